import type { CalendarDate } from '../../libraries/calendar/index.ts'

type Named = { familyName: string; dateOfBirth: CalendarDate | null }

/**
 * Whether whoever proved an address may be given the record that a practice made for it: the address may be mistyped, and
 * then the record is somebody else's. Where the practice knew the birth date, that decides; else the family name, read as
 * loosely as people write names.
 */
export function mayBeSamePerson(record: Named, newcomer: Named): boolean {
  if (record.dateOfBirth !== null) return record.dateOfBirth === newcomer.dateOfBirth
  return partsOf(record.familyName).some((part) => partsOf(newcomer.familyName).includes(part))
}

function partsOf(familyName: string): string[] {
  const plain = familyName.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.split(/[^\p{L}]+/u).filter((part) => part !== '')
}
