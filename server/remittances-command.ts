import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { billingEntities } from '../business/practices/index.ts'
import { type TakenFile, takeRemittanceFile } from '../business/remittances/index.ts'
import { asOperations } from '../database/act-as.ts'
import { type Cents, formatCents } from '../libraries/money/index.ts'
import { settingsWith } from './command-settings.ts'
import { type House, inHouse } from './open-house.ts'
import { seedStoryNetwork } from './seed.ts'
import { WrongUse } from './wrong-use.ts'

const options = { json: { type: 'boolean' }, 'as-entity': { type: 'string' } } as const

/** `remittances import FILE… [--as-entity ID] [--json]`: takes 835 files in and says what became of each claim and cent. */
export async function importRemittances(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, options: { ...options, data: { type: 'string' } }, allowPositionals: true })
  if (positionals.length === 0) throw new WrongUse('Name at least one file')
  const flags = args.filter((arg) => !positionals.includes(arg) || args[args.indexOf(arg) - 1]?.startsWith('--'))
  const { settings, values } = settingsWith(flags, options)
  const files = positionals.map((path) => ({ name: basename(path), bytes: readOrRefuse(path) }))
  const seed = settings.mode === 'production' ? null : seedStoryNetwork
  return inHouse(settings, { seed }, async (house) => {
    await refuseUnknownEntity(house, values['as-entity'])
    const taken: TakenFile[] = []
    for (const file of files) taken.push(await importOne(house, file, values['as-entity']))
    if (values.json === true) process.stdout.write(`${JSON.stringify({ files: taken })}\n`)
    else process.stdout.write(taken.map(describe).join('\n'))
    return 0
  })
}

function readOrRefuse(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new WrongUse(`${path} cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}

async function refuseUnknownEntity({ databases, world }: House, id: string | undefined): Promise<void> {
  if (id === undefined) return
  const known = await asOperations(databases.operations, { user: null, now: world.clock.now() }, billingEntities)
  if (known.some((entity) => entity.id === id)) return
  throw new WrongUse(`There is no billing entity ${id}; there are: ${known.map((entity) => entity.id).join(', ')}`)
}

async function importOne(
  { databases, world }: House,
  { name, bytes }: { name: string; bytes: Uint8Array },
  asEntity: string | undefined,
): Promise<TakenFile> {
  const at = world.clock.now()
  return asOperations(databases.operations, { user: null, now: at }, async (db) => {
    const identity = { partner: 'import', direction: 'in' as const, folder: 'by-hand', name }
    const file = await world.files.record(db, { ...identity, bytes, at })
    const stored = { id: file.id, partner: 'import', folder: 'by-hand', name, sha256: file.sha256, bytes }
    const taken = await takeRemittanceFile(db, world, stored, asEntity === undefined ? {} : { asEntity })
    await world.files.addOutcome(db, file.id, { outcome: 'read', detail: taken, at })
    return taken
  })
}

function describe({ file, transactions, problems }: TakenFile): string {
  const lines = [file]
  if (transactions.length === 0) lines.push('  no remittance could be read in it; it is kept as it is')
  for (const one of transactions) {
    lines.push(`  payment ${one.trace} of ${one.payer}, ${one.paidOn}, ${formatCents(one.paid)}: ${outcomeOf(one)}`)
    for (const claim of one.claims) {
      lines.push(
        `    claim ${claim.claimControlNumber}, status ${claim.status}, ${formatCents(claim.paid)}: ${claim.became}`,
      )
    }
    if (one.adjustedOutsideClaims !== 0) lines.push(`    beside claims: ${formatCents(one.adjustedOutsideClaims)}`)
  }
  for (const problem of problems) lines.push(`  ! ${problem}`)
  return `${lines.join('\n')}\n`
}

function outcomeOf(one: TakenFile['transactions'][number]): string {
  switch (one.outcome) {
    case 'posted':
      return 'posted'
    case 'repeated':
      return 'came before with the same content; nothing changed'
    case 'quarantined':
      return `quarantined, ${one.because}${differenceOf(one.difference)}; kept whole, nothing posted`
  }
}

function differenceOf(difference: Cents | null): string {
  return difference === null ? '' : ` (difference ${formatCents(difference)})`
}
