import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Composer } from './composer.ts'
import type { Finding } from './finding.ts'
import { hasErrors, readX12, SetStream } from './index.ts'
import type { EnvelopeInput } from './model-envelope.ts'
import { setNamed } from './supported-sets.ts'
import type { Transaction } from './transaction.ts'
import { writeRemittance } from './write-835.ts'
import { writeBatch } from './write-837p.ts'
import { writeClaimAcknowledgement, writeGroup } from './write-acknowledgements.ts'
import { writeStatusMessage } from './write-claim-status.ts'
import { writeEligibility } from './write-eligibility.ts'
import { composerFor, composeSet, openGroup, openInterchange, paddedControl, writeFile } from './write-envelope.ts'

// Writers look at what they lay out without reading its bytes again. Whatever is done to a model, they must find what a
// reader of the bytes finds: no less, or a wrong file goes out, and no more, or a right one is held back.

const folder = join(import.meta.dirname, 'cases/ok')

type Model = { transactionControlNumber: string }
type Body = (to: Composer, model: Model) => void
type Original = { name: string; set: Exclude<Transaction['set'], 'TA1' | 'unsupported'>; model: Model; body: Body }

function originalOf(transaction: Transaction): Omit<Original, 'name'> | null {
  const made = <Of extends Model>(set: Original['set'], model: Of, body: (to: Composer, model: Of) => void) => ({
    ...{ set, model },
    body: (to: Composer, changed: Model) => body(to, changed as Of),
  })
  switch (transaction.set) {
    case '837P':
      return made('837P', transaction.batch, writeBatch)
    case '835':
      return made('835', transaction.remittance, writeRemittance)
    case '999':
      return made('999', transaction.acknowledgement, writeGroup)
    case '277CA':
      return made('277CA', transaction.acknowledgement, writeClaimAcknowledgement)
    case '270':
    case '271':
      return made(transaction.set, transaction.eligibility, writeEligibility)
    case '276':
    case '277':
      return made(transaction.set, transaction.claimStatus, writeStatusMessage(transaction.set))
    case 'TA1':
    case 'unsupported':
      return null
  }
}

const originals = readdirSync(folder)
  .filter((name) => /^(claims|remittance|payment|payer|acknowledged|eligibility|status)/.test(name))
  .flatMap((name) =>
    readX12(readFileSync(join(folder, name))).transactions.flatMap((transaction): Original[] => {
      const original = originalOf(transaction)
      return original === null ? [] : [{ name, ...original }]
    }),
  )

const envelope: EnvelopeInput = {
  ...{ senderQualifier: 'ZZ', senderId: 'LAKESIDE', receiverQualifier: 'ZZ', receiverId: 'EVERGREEN' },
  ...{ createdOn: '2026-04-20', createdAt: '09:30', usage: 'T' },
  ...{ interchangeControlNumber: '7', groupControlNumber: '7' },
}

/** The file with these sets, whatever is wrong with it. */
function laidOut(
  { set, body }: Original,
  models: Model[],
  under: EnvelopeInput,
): { bytes: Buffer; refused: Finding[] } {
  const to = composerFor(under)
  openInterchange(to, under)
  openGroup(to, under, set)
  for (const model of models) composeSet(to, set, { model, body }, under.version ?? setNamed(set).version)
  to.add('GE', String(models.length), under.groupControlNumber)
  to.add('IEA', '1', paddedControl(under.interchangeControlNumber))
  return { bytes: Buffer.from(to.take()), refused: to.findings }
}

type Injury = { at: number; kind: number; text: string; cents: number }

const strange = ['', ' ', 'X', '0', '1', '18', 'ABK', 'F41.1', '20260231', '2026-02-31', '2099-01-01', 'Z'.repeat(61)]
const injuries: fc.Arbitrary<Injury[]> = fc.array(
  fc.record({
    at: fc.nat(10_000),
    kind: fc.nat(5),
    text: fc.oneof(
      fc.constantFrom(...strange, 'A*B', 'A~B', 'A:B', 'NUÑEZ', 'ЖУК', 'É', 'A\tB', '1234567890', 'HC', '22', '4'),
      fc.string({ maxLength: 12 }),
    ),
    cents: fc.oneof(
      fc.constantFrom(0, -1, 1, 0.5, Number.NaN, 2 ** 40, -(2 ** 31)),
      fc.integer({ min: -99999, max: 99999 }),
    ),
  }),
  { maxLength: 3 },
)

/** Changes one value anywhere in the model, or leaves out, doubles or turns round what stands in one of its lists. */
function injure(model: unknown, { at, kind, text, cents }: Injury): void {
  const places: { holder: Record<string, unknown> | unknown[]; key: string }[] = []
  const gather = (holder: unknown) => {
    if (typeof holder !== 'object' || holder === null) return
    for (const key of Object.keys(holder)) {
      places.push({ holder: holder as Record<string, unknown>, key })
      gather((holder as Record<string, unknown>)[key])
    }
  }
  gather(model)
  const place = places[at % places.length]
  if (place === undefined) return
  const { holder, key } = place
  const value = (holder as Record<string, unknown>)[key]
  if (Array.isArray(holder) && kind === 0) holder.splice(Number(key), 1)
  else if (Array.isArray(holder) && kind === 1) holder.push(structuredClone(value))
  else if (Array.isArray(holder) && kind === 2) holder.reverse()
  else if (typeof value === 'string') (holder as Record<string, unknown>)[key] = text
  else if (typeof value === 'number') (holder as Record<string, unknown>)[key] = cents
}

test.each(originals)(
  '$name: what is wrong with a changed $set is found while it is laid out, and nothing else',
  (original) => {
    const seen = { written: 0, refused: 0 }
    const codes = new Set<string>()
    fc.assert(
      fc.property(injuries, fc.boolean(), (all, plain) => {
        const model = { ...structuredClone(original.model), transactionControlNumber: '0002' }
        for (const injury of all) injure(model, injury)
        const first = { ...structuredClone(original.model), transactionControlNumber: '0001' }
        const under = plain ? envelope : { ...envelope, lineEnding: '' as const }
        const { bytes, refused } = laidOut(original, [first, model], under)
        const findings = refused.length > 0 ? refused : readX12(bytes).findings
        const written = writeFile(
          under,
          original.set,
          [first, model].map((each) => ({ model: each, body: original.body })),
        )
        for (const { code } of findings) codes.add(code)
        seen[hasErrors(findings) ? 'refused' : 'written']++
        expect(written.ok).toBe(!hasErrors(findings))
        if (written.ok) expect(Buffer.from(written.bytes).equals(bytes)).toBe(true)
        else expect(written.findings).toEqual(findings)
      }),
      { numRuns: 120 },
    )
    // Both must have come up, or nothing was shown.
    expect(Math.min(seen.written, seen.refused)).toBeGreaterThan(10)
    expect(codes.size).toBeGreaterThan(5)
  },
)

test.each(originals.filter(({ set }) => set === '835' || set === '837P'))(
  '$name: a stream of $set leaves out what a reader would refuse, and goes on as if it had never been',
  (original) => {
    fc.assert(
      fc.property(fc.array(injuries, { minLength: 1, maxLength: 4 }), (each) => {
        let text = Buffer.alloc(0)
        const stream = new SetStream(envelope, original.set as '835' | '837P', (more) => {
          text = Buffer.concat([text, more])
        })
        const taken: Model[] = []
        for (const [index, all] of each.entries()) {
          const model = structuredClone(original.model)
          for (const injury of all) injure(model, injury)
          model.transactionControlNumber = String(1001 + index)
          const { bytes, refused } = laidOut(original, [model], envelope)
          const errors = (refused.length > 0 ? refused : readX12(bytes).findings).filter(isError)
          const said = stream.add({ set: original.set, batch: model, remittance: model } as never)
          expect(said.map(({ code, segment, element }) => ({ code, segment, element }))).toEqual(
            errors.map(({ code, segment, element }) => ({ code, segment, element })),
          )
          if (said.length === 0) taken.push(model)
        }
        stream.end()
        expect(text.equals(laidOut(original, taken, envelope).bytes)).toBe(true)
      }),
      { numRuns: 40 },
    )
  },
)

const isError = ({ severity }: Finding) => severity === 'error'
