import type { Composer } from './composer.ts'
import type { Finding } from './finding.ts'
import { LaidOutCheck } from './laid-out-check.ts'
import type { ClaimTransaction } from './model-claim.ts'
import type { EnvelopeInput } from './model-envelope.ts'
import type { Remittance } from './model-remittance.ts'
import { setNamed } from './supported-sets.ts'
import { writeRemittance } from './write-835.ts'
import { writeBatch } from './write-837p.ts'
import { composerFor, composeSet, openGroup, openInterchange, paddedControl } from './write-envelope.ts'
import { X12Reader } from './x12-reader.ts'

type ToWrite = { set: '837P'; batch: ClaimTransaction } | { set: '835'; remittance: Remittance }

/**
 * Writes one file set by set, so that a file of any size needs the memory of one set. Each set is read with every check
 * before it is given out: one that would be invalid or unbalanced is left out and its findings are answered.
 */
export class SetStream {
  #envelope: EnvelopeInput
  #kind: ToWrite['set']
  #out: (bytes: Uint8Array) => void
  #controls = new Set<string>()
  #header: Uint8Array
  readonly #to: Composer
  readonly #check: LaidOutCheck

  constructor(envelope: EnvelopeInput, kind: ToWrite['set'], out: (bytes: Uint8Array) => void) {
    this.#envelope = envelope
    this.#kind = kind
    this.#out = out
    this.#to = composerFor(envelope)
    const to = this.#to
    openInterchange(to, envelope)
    openGroup(to, envelope, kind)
    this.#header = to.take()
    this.#check = new LaidOutCheck(this.#header)
    out(this.#header)
  }

  /** Gives the set out, or answers why not. */
  add(each: ToWrite): Finding[] {
    if (each.set !== this.#kind) throw new TypeError(`A ${each.set} does not go into a file of ${this.#kind}`)
    const transaction = each.set === '837P' ? each.batch : each.remittance
    const control = transaction.transactionControlNumber
    if (this.#controls.has(control)) throw new RangeError(`ST02 ${control} was given out before`)
    const to = this.#to
    const version = this.#envelope.version ?? setNamed(this.#kind).version
    if (each.set === '837P') composeSet(to, '837P', { model: each.batch, body: writeBatch }, version)
    else composeSet(to, '835', { model: each.remittance, body: writeRemittance }, version)
    const refused = to.findings.splice(0)
    const isRight = refused.length === 0 && this.#check.passes(to)
    const bytes = to.take()
    const findings = refused.length > 0 || isRight ? refused : this.#errorsOf(bytes)
    if (findings.length > 0) return findings
    this.#controls.add(control)
    this.#out(bytes)
    return []
  }

  end(): void {
    const to = this.#to
    to.add('GE', String(this.#controls.size), this.#envelope.groupControlNumber)
    to.add('IEA', '1', paddedControl(this.#envelope.interchangeControlNumber))
    this.#out(to.take())
  }

  /** When the quick check finds anything, the set is read as it will be by others: that says what exactly is wrong. */
  #errorsOf(bytes: Uint8Array): Finding[] {
    const errors: Finding[] = []
    const finding = (each: Finding) => {
      if (each.severity === 'error') errors.push(each)
    }
    const reader = new X12Reader({ finding }, false)
    reader.push(this.#header)
    reader.push(bytes)
    return errors
  }
}
