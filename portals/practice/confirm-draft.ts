import { type CrisisRecord, isCrisisCode } from '../../business/sessions/check-crisis-record.ts'
import { dateIn, minutesBetween, timeIn } from '../../libraries/calendar/index.ts'
import type { BilledCode, ConfirmationDraft, Modality, ServiceCode, SessionPage } from '../contract.ts'
import { type PlannedTimes, readTimes } from './read-times.ts'
import { holdsMinutes, suggestCode } from './suggest-code.ts'

/** What stands in the fields of the confirm page. `codesChosen` once a person has chosen, so that minutes no longer do. */
export type Draft = PlannedTimes & {
  overnight: boolean
  modality: Modality
  locationId: string | null
  /** Where they met in person; null where the practice has one place only, or none was chosen. */
  officeId: string | null
  codes: BilledCode[]
  codesChosen: boolean
  diagnoses: string[]
  /** What was written down of a crisis; it stays when another code is tried out. */
  crisis: CrisisRecord
  note: string
}

/** What was planned, or what was confirmed when it is a correction: nothing unusual needs no typing but the note. */
export function firstDraft(session: SessionPage, catalogue: readonly ServiceCode[], zone: string): Draft {
  const { confirmation } = session
  const start = confirmation?.startedAt ?? session.startsAt
  const end = confirmation?.stoppedAt ?? session.endsAt
  const usual = usualCodes(session, catalogue, minutesBetween(start, end))
  return {
    day: dateIn(start, zone),
    start: timeIn(start, zone),
    end: timeIn(end, zone),
    overnight: dateIn(end, zone) > dateIn(start, zone),
    modality: confirmation?.modality ?? session.modality,
    locationId: placeOf(session),
    officeId: officeOf(session),
    codes: confirmation ? confirmation.codes.map(entered) : usual,
    codesChosen: confirmation !== null,
    diagnoses: confirmation?.diagnoses ?? session.lastTime?.diagnoses ?? session.lastDiagnoses,
    crisis: session.crisis ?? { risk: '', intervention: '', people: '', disposition: '' },
    note: '',
  }
}

/** The codes of the last time where the minutes still fit the first of them, else the usual code for the minutes. */
function usualCodes({ lastTime }: SessionPage, catalogue: readonly ServiceCode[], minutes: number): BilledCode[] {
  const line = (code: string): BilledCode => ({ code, modifiers: [], units: 1 })
  const inForce = (lastTime?.codes ?? []).flatMap((code) => catalogue.filter((each) => each.code === code))
  const [first] = inForce
  // An intake and a crisis are of their day; the next session is rarely another one.
  const isUsual = first !== undefined && inForce.length === lastTime?.codes.length && !rare.has(first.code)
  if (isUsual && holdsMinutes(first, minutes)) return inForce.map(({ code }) => line(code))
  const suggested = suggestCode(catalogue, minutes)
  return suggested ? [line(suggested.code)] : []
}

const rare = new Set(['90791', '90792', '90839', '90840'])

// Of an in-person session the recorded place is the practice's own, which is no choice here.
function placeOf({ client: { locations }, confirmation, lastTime }: SessionPage): string | null {
  const said = locations.find(({ id }) => id === confirmation?.location?.id)
  const before = locations.find(({ id }) => id === lastTime?.locationId)
  return (said ?? before ?? locations[0])?.id ?? null
}

function officeOf({ confirmation, lastTime }: SessionPage): string | null {
  if (confirmation !== null) return confirmation.modality === 'in_person' ? confirmation.location.id : null
  return lastTime?.modality === 'in_person' ? lastTime.locationId : null
}

/** The codes of a crisis ask for what happened and how it ended (CPT 90839, 90840 is its add-on). */
export function isCrisis({ codes }: Pick<Draft, 'codes'>): boolean {
  return codes.some(({ code }) => isCrisisCode(code))
}

/** The same session as a crisis: its first hour in the place of therapy, which may not stand beside it. */
export function asCrisis({ codes }: Pick<Draft, 'codes'>): Pick<Draft, 'codes' | 'codesChosen'> {
  const addOns = codes.filter(({ code }) => code === '90840')
  return { codes: [{ code: '90839', modifiers: [], units: 1 }, ...addOns], codesChosen: true }
}

// The modifiers for telehealth are the server's to add: what it added once, it adds again.
function entered({ code, units }: BilledCode): BilledCode {
  return { code, modifiers: [], units }
}

/** Other times; the code follows the minutes until a person has chosen one. */
export function withTimes(
  draft: Draft,
  times: Partial<PlannedTimes>,
  catalogue: readonly ServiceCode[],
  zone: string,
): Draft {
  const changed = { ...draft, ...times }
  const read = readTimes(changed, zone, changed.overnight)
  if (draft.codesChosen || !('startsAt' in read)) return changed
  const suggested = suggestCode(catalogue, minutesBetween(read.startsAt, read.endsAt))
  return suggested ? { ...changed, codes: [{ code: suggested.code, modifiers: [], units: 1 }] } : changed
}

/** As the server is asked and told; null while the times cannot be read. */
export function toConfirmation(draft: Draft, zone: string): ConfirmationDraft | null {
  const times = readTimes(draft, zone, draft.overnight)
  if (!('startsAt' in times)) return null
  return {
    startedAt: times.startsAt,
    stoppedAt: times.endsAt,
    modality: draft.modality,
    locationId: draft.modality === 'telehealth' ? draft.locationId : draft.officeId,
    codes: draft.codes,
    diagnoses: draft.diagnoses,
    crisis: isCrisis(draft) ? draft.crisis : null,
  }
}
