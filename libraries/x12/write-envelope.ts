import { Buffer } from 'node:buffer'
import { Composer } from './composer.ts'
import type { Finding } from './finding.ts'
import { LaidOutCheck } from './laid-out-check.ts'
import type { EnvelopeInput, Written } from './model-envelope.ts'
import { hasErrors } from './read-x12.ts'
import { dayToText, usualDelimiters } from './render.ts'
import { type SetName, setNamed } from './supported-sets.ts'
import { X12Reader } from './x12-reader.ts'

/** One transaction set to write: its model, and what stands between ST and SE. */
export type SetToWrite<Model extends Numbered> = { model: Model; body: (to: Composer, model: Model) => void }

/** ST02 */
type Numbered = { transactionControlNumber: string }

/**
 * Puts sets into their envelope, computes counts, and checks the result with every check while it is laid out: what
 * would be invalid or unbalanced is refused with its findings.
 */
export function writeFile<Model extends Numbered>(
  envelope: EnvelopeInput,
  name: SetName,
  sets: SetToWrite<Model>[],
): Written {
  const to = composerFor(envelope)
  openInterchange(to, envelope)
  openGroup(to, envelope, name)
  const pieces = [to.take()]
  const check = new LaidOutCheck(pieces[0] as Uint8Array)
  let isRight = true
  for (const set of sets) {
    composeSet(to, name, set, envelope.version ?? setNamed(name).version)
    isRight &&= to.findings.length === 0 && check.passes(to)
    pieces.push(to.take())
  }
  to.add('GE', String(sets.length), envelope.groupControlNumber)
  to.add('IEA', '1', paddedControl(envelope.interchangeControlNumber))
  isRight &&= to.findings.length === 0 && check.ends(to)
  pieces.push(to.take())
  const bytes = new Uint8Array(Buffer.concat(pieces))
  return isRight ? { ok: true, bytes, text: textOf(bytes) } : checked(bytes, to.findings)
}

export function composerFor(envelope: EnvelopeInput): Composer {
  return new Composer(envelope.delimiters ?? usualDelimiters, envelope.lineEnding ?? '\n')
}

/** ST, the body, and SE with its count. */
export function composeSet<Model extends Numbered>(
  to: Composer,
  name: SetName,
  { model, body }: SetToWrite<Model>,
  version: string,
): void {
  const { set: code, namesVersion } = setNamed(name)
  to.startSet()
  to.add('ST', code, model.transactionControlNumber, namesVersion ? version : undefined)
  body(to, model)
  to.add('SE', String(to.inSet + 1), model.transactionControlNumber)
}

export function openInterchange(to: Composer, envelope: EnvelopeInput): void {
  const { delimiters } = to
  const { authorization, security } = envelope
  const [on, at] = [envelope.interchangeCreatedOn ?? envelope.createdOn, envelope.interchangeCreatedAt]
  to.header([
    ...['ISA', authorization?.qualifier ?? '00', (authorization?.value ?? '').padEnd(10)],
    ...[security?.qualifier ?? '00', (security?.value ?? '').padEnd(10)],
    ...[envelope.senderQualifier, envelope.senderId.padEnd(15)],
    ...[envelope.receiverQualifier, envelope.receiverId.padEnd(15), dayToText(on).slice(2)],
    ...[(at ?? envelope.createdAt).replaceAll(':', '').slice(0, 4), delimiters.repetition || 'U', '00501'],
    ...[paddedControl(envelope.interchangeControlNumber), envelope.acknowledgement === true ? '1' : '0'],
    ...[envelope.usage, delimiters.component],
  ])
}

export function openGroup(to: Composer, envelope: EnvelopeInput, name: SetName): void {
  const { functionalCode, version } = setNamed(name)
  to.add(
    ...(['GS', functionalCode, envelope.groupSenderId ?? envelope.senderId.trim()] as const),
    ...[envelope.groupReceiverId ?? envelope.receiverId.trim(), dayToText(envelope.createdOn)],
    ...[envelope.createdAt.replaceAll(':', ''), envelope.groupControlNumber, 'X', envelope.version ?? version],
  )
}

export function paddedControl(control: string): string {
  return control.padStart(9, '0')
}

/** The file when it reads without error; otherwise why not. */
export function checked(bytes: Uint8Array, refused: Finding[]): Written {
  if (refused.length > 0) return { ok: false, findings: refused }
  const findings: Finding[] = []
  const reader = new X12Reader({ finding: (finding) => findings.push(finding) }, false)
  reader.push(bytes)
  reader.end()
  return hasErrors(findings) ? { ok: false, findings } : { ok: true, bytes, text: textOf(bytes) }
}

export function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
}
