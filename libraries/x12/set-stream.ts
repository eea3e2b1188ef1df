import { Buffer } from 'node:buffer'
import type { Finding } from './finding.ts'
import type { ClaimTransaction } from './model-claim.ts'
import type { EnvelopeInput } from './model-envelope.ts'
import type { Remittance } from './model-remittance.ts'
import type { Composer } from './render.ts'
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
  #out: (text: string) => void
  #controls = new Set<string>()
  #header: string

  constructor(envelope: EnvelopeInput, kind: ToWrite['set'], out: (text: string) => void) {
    this.#envelope = envelope
    this.#kind = kind
    this.#out = out
    const to = this.#composer()
    openInterchange(to, envelope)
    openGroup(to, envelope, kind)
    this.#header = to.take()
    out(this.#header)
  }

  /** Gives the set out, or answers why not. */
  add(each: ToWrite): Finding[] {
    if (each.set !== this.#kind) throw new TypeError(`A ${each.set} does not go into a file of ${this.#kind}`)
    const transaction = each.set === '837P' ? each.batch : each.remittance
    const control = transaction.transactionControlNumber
    if (this.#controls.has(control)) throw new RangeError(`ST02 ${control} was given out before`)
    const to = this.#composer()
    const version = this.#envelope.version ?? setNamed(this.#kind).version
    if (each.set === '837P') composeSet(to, '837P', { model: each.batch, body: writeBatch }, version)
    else composeSet(to, '835', { model: each.remittance, body: writeRemittance }, version)
    const text = to.take()
    const findings = to.findings.length > 0 ? to.findings : this.#errorsOf(text)
    if (findings.length > 0) return findings
    this.#controls.add(control)
    this.#out(text)
    return []
  }

  end(): void {
    this.#out(this.#trailer(this.#controls.size))
  }

  #composer(): Composer {
    return composerFor(this.#envelope)
  }

  #trailer(sets: number): string {
    const to = this.#composer()
    to.add('GE', String(sets), this.#envelope.groupControlNumber)
    to.add('IEA', '1', paddedControl(this.#envelope.interchangeControlNumber))
    return to.take()
  }

  #errorsOf(text: string): Finding[] {
    const errors: Finding[] = []
    const keep = (finding: Finding) => {
      if (finding.severity === 'error') errors.push(finding)
    }
    const reader = new X12Reader({ finding: keep }, false)
    for (const piece of [this.#header, text, this.#trailer(1)]) reader.push(Buffer.from(piece, 'utf8'))
    reader.end()
    return errors
  }
}
