import { type CalendarDate, dateIn } from '../../libraries/calendar/index.ts'
import { addressOf, membersOf, practicesAll } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import type { Db, Who, World } from '../world.ts'
import {
  type DocumentKind,
  type DocumentRow,
  type DocumentRule,
  type DocumentState,
  documentStanding,
} from './document-standing.ts'
import { documentRulesOn, documentsSent, recordDocument, recordDocumentReview } from './document-store.ts'
import { documentLetter } from './joining-letters.ts'
import { sayDocument } from './say-document.ts'
import { sayDocumentRefusal } from './say-document-refusal.ts'
import { type DocumentRefusal, sniffDocument } from './sniff-document.ts'

/** One paper that a practice is asked for: of each clinician, or of the practice. */
export type PaperSeen = {
  kind: DocumentKind
  memberId: string | null
  memberName: string | null
  ends: boolean
  state: DocumentState
  endsOn: CalendarDate | null
  /** Why it is asked for again. */
  words: string | null
  document: DocumentRow | null
  waiting: DocumentRow | null
  warnDays: readonly number[]
}

/** Every paper that is asked for, with how it stands today; under portal for the own practice, under operations for any. */
export async function papersOf(db: Db, world: World, practiceId: string): Promise<PaperSeen[]> {
  const today = dateIn(world.clock.now(), world.zone)
  const rules = await documentRulesOn(db, today)
  const sent = await documentsSent(db, practiceId)
  const clinicians = (await membersOf(db, practiceId)).filter(
    ({ clinician, standing }) => clinician && standing === 'active',
  )
  return rules.flatMap((rule) => {
    const whose = rule.ofClinician ? clinicians.map(({ id, name }) => ({ id, name })) : [{ id: null, name: null }]
    return whose.map(({ id, name }) => seen(rule, { memberId: id, memberName: name }, sent, today))
  })
}

function seen(
  rule: DocumentRule,
  of: { memberId: string | null; memberName: string | null },
  sent: readonly DocumentRow[],
  today: CalendarDate,
): PaperSeen {
  const own = sent.filter(({ kind, memberId }) => kind === rule.kind && memberId === of.memberId)
  const { state, document, waiting, endsOn } = documentStanding(own, rule, today)
  // A successor that was refused is told of beside the paper that is still in force.
  const last = own.at(-1)?.review
  const words = last?.verdict === 'asked_again' ? last.words : null
  return { kind: rule.kind, ...of, ends: rule.ends, state, endsOn, words, document, waiting, warnDays: rule.warnDays }
}

/** The largest paper of a kind, in bytes, by the rule of today. */
export async function ruleOf(db: Db, world: World, kind: DocumentKind): Promise<DocumentRule> {
  const rule = (await documentRulesOn(db, dateIn(world.clock.now(), world.zone))).find((each) => each.kind === kind)
  if (rule === undefined) throw new Error(`no rule says how a ${kind} is sent today`)
  return rule
}

/** A paper as it was sent; refused by name where it is none, or lacks whose it is or until when it is in force. */
export async function sendDocument(
  db: Db,
  world: World,
  who: Who,
  asked: { kind: DocumentKind; memberId: string | null; endsOn: CalendarDate | null; bytes: Uint8Array },
): Promise<{ id: string }> {
  const { kind, memberId, endsOn, bytes } = asked
  const rule = await ruleOf(db, world, kind)
  const found = sniffDocument(bytes)
  if ('refused' in found) throw documentRefused(found.refused)
  const members = await membersOf(db, who.practiceId)
  const isTheirs = members.some(({ id, clinician, standing }) => id === memberId && clinician && standing === 'active')
  if (rule.ofClinician ? !isTheirs : memberId !== null) throw wrong('memberId', 'Choose whose it is.')
  checkEnd(rule, endsOn, dateIn(world.clock.now(), world.zone))
  const id = world.ids.next()
  const document = { practiceId: who.practiceId, id, kind, memberId, contentType: found.type, bytes, endsOn }
  await recordDocument(db, { ...document, at: world.clock.now(), by: who.userId })
  return { id }
}

export type Verdict = { verdict: 'accepted' | 'asked_again'; words: string | null; endsOn: CalendarDate | null }

/** Under operations: the operator accepts a paper with the end that is read in it, or asks for it again and says why. */
export async function reviewDocument(
  db: Db,
  world: World,
  by: string,
  { practiceId, documentId, ...verdict }: { practiceId: string; documentId: string } & Verdict,
): Promise<void> {
  const document = (await documentsSent(db, practiceId)).find(({ id }) => id === documentId)
  if (document === undefined) throw noSuchDocument()
  const at = world.clock.now()
  const rule = await ruleOf(db, world, document.kind)
  if (verdict.verdict === 'accepted') checkEnd(rule, verdict.endsOn, dateIn(at, world.zone))
  else if (verdict.words === null) throw wrong('words', 'Say why it is asked for again.')
  const endsOn = verdict.verdict === 'accepted' ? verdict.endsOn : null
  if (!(await recordDocumentReview(db, { practiceId, documentId, ...verdict, endsOn, at, by }))) throw reviewedAlready()
  if (verdict.verdict === 'accepted') return
  const letter = documentLetter(
    { kind: 'asked_again' },
    { what: sayDocument(document.kind), link: world.links.to(`/practice/${practiceId}/start`) },
  )
  for (const to of await owners(db, practiceId, document.memberId)) {
    await world.mail.post(db, { practiceId, to, ...letter, about: `document ${documentId}` })
  }
}

/** Under operations: where letters about a paper go: to those who own or administer the practice, while whose it is is here. */
export async function owners(db: Db, practiceId: string, memberId: string | null): Promise<string[]> {
  const all = await membersOf(db, practiceId)
  if (memberId !== null && !all.some(({ id, standing }) => id === memberId && standing === 'active')) return []
  const members = all.filter(
    ({ standing, roles }) => standing === 'active' && roles.some((role) => role === 'owner' || role === 'admin'),
  )
  const addresses: string[] = []
  for (const { userId } of members) {
    const to = await addressOf(db, userId)
    if (to !== null) addresses.push(to)
  }
  return addresses
}

/** A paper that was sent, as it stands today; nobody's name is needed for that. */
export type PaperStanding = ReturnType<typeof documentStanding> & Omit<DocumentRule, 'ofClinician'> & Of

type Of = { practiceId: string; memberId: string | null }

/** Under operations: everything that practices have sent, by paper. */
export async function papersStanding(db: Db, world: World): Promise<PaperStanding[]> {
  const today = dateIn(world.clock.now(), world.zone)
  const rules = await documentRulesOn(db, today)
  const sent = Map.groupBy(await documentsSent(db, null), (row) => `${row.practiceId} ${row.kind} ${row.memberId}`)
  return [...sent.values()].flatMap((own) => {
    const rule = rules.find(({ kind }) => kind === own[0]?.kind)
    const [first] = own
    if (rule === undefined || first === undefined) return []
    const { practiceId, memberId } = first
    return { ...documentStanding(own, rule, today), ...rule, practiceId, memberId }
  })
}

export type PaperOfPractice = PaperSeen & { practiceId: string; practiceName: string }

/**
 * Under operations: the papers that practices sent, those of who has left apart; the one that has waited longest first.
 * `open`: only what waits to be looked at, or ends with nothing after it.
 */
export async function papersSent(db: Db, world: World, which: 'all' | 'open'): Promise<PaperOfPractice[]> {
  const wanted = (await papersStanding(db, world)).filter(
    ({ state, waiting }) => which === 'all' || waiting !== null || state === 'ends_soon' || state === 'ended',
  )
  const names = new Map((await practicesAll(db)).map(({ practiceId, name }) => [practiceId, name]))
  const papers: PaperOfPractice[] = []
  for (const practiceId of new Set(wanted.map((paper) => paper.practiceId))) {
    for (const paper of await papersOf(db, world, practiceId)) {
      const isWanted = wanted.some(
        (each) => each.practiceId === practiceId && each.kind === paper.kind && each.memberId === paper.memberId,
      )
      if (isWanted) papers.push({ ...paper, practiceId, practiceName: names.get(practiceId) ?? '' })
    }
  }
  const since = ({ waiting, document }: PaperSeen) => (waiting ?? document)?.at ?? ''
  return papers.toSorted((a, b) => (since(a) < since(b) ? -1 : 1))
}

function checkEnd(rule: DocumentRule, endsOn: CalendarDate | null, today: CalendarDate): void {
  if (rule.ends && endsOn === null) throw wrong('endsOn', 'Say until which day it is in force.')
  if (endsOn !== null && endsOn < today) throw wrong('endsOn', 'It is in force no more. Send the one that follows it.')
}

function documentRefused(refused: DocumentRefusal): Refusal {
  const detail = `${sayDocumentRefusal(refused)} Send a JPEG, PNG, HEIC or PDF; nothing was recorded.`
  return new Refusal({ status: 415, code: refused, detail })
}

function wrong(field: string, words: string): Refusal {
  const because = [{ code: 'document_facts', field: `query.${field}`, words }]
  return new Refusal({ status: 422, code: 'document_facts', detail: `${words} Nothing was recorded.`, because })
}

export function noSuchDocument(): Refusal {
  return new Refusal({ status: 404, code: 'document_not_found', detail: 'There is no such paper.' })
}

function reviewedAlready(): Refusal {
  const detail = 'Somebody looked at this paper a moment ago. Load the page again; nothing was changed.'
  return new Refusal({ status: 409, code: 'document_reviewed', detail })
}
