import {
  addHours,
  dateIn,
  type Instant,
  type ZoneChange,
  zoneChanges,
  zoneName,
  zoneOffset,
} from '../calendar/index.ts'

const yearInHours = 366 * 24

/**
 * The VTIMEZONE of a zone for what lies between two moments (RFC 5545 section 3.6.5): one observance for each change of its
 * clock, from the last before them until after them; one for a zone whose clock never changes.
 */
export function writeZone(zone: string, from: Instant, until: Instant): string {
  // A change long ago is none: the zone has stood still since.
  const known = zoneChanges(zone, addHours(from, -yearInHours), addHours(until, yearInHours))
  const changes = known.filter(({ at }) => at > addHours(from, -2 * yearInHours))
  const observances = changes.length === 0 ? [still(zone, from)] : changes.map(observance)
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances.flat(), 'END:VTIMEZONE'].join('\r\n')
}

function observance({ at, before, after, name, isSummer }: ZoneChange): string[] {
  const kind = isSummer ? 'DAYLIGHT' : 'STANDARD'
  return [
    `BEGIN:${kind}`,
    // The wall time of the change, as the clock showed it before.
    `DTSTART:${wallBefore(at, before)}`,
    `TZOFFSETFROM:${offset(before)}`,
    `TZOFFSETTO:${offset(after)}`,
    `TZNAME:${name}`,
    `END:${kind}`,
  ]
}

function still(zone: string, from: Instant): string[] {
  const ahead = offset(zoneOffset(from, zone))
  const start = 'DTSTART:19700101T000000'
  return [
    'BEGIN:STANDARD',
    start,
    `TZOFFSETFROM:${ahead}`,
    `TZOFFSETTO:${ahead}`,
    `TZNAME:${zoneName(from, zone)}`,
    'END:STANDARD',
  ]
}

function wallBefore(at: Instant, minutesAhead: number): string {
  const wall = addHours(at, minutesAhead / 60)
  return `${dateIn(wall, 'UTC').replaceAll('-', '')}T${wall.slice(11, 19).replaceAll(':', '')}`
}

/** "-0400" */
function offset(minutes: number): string {
  const size = Math.abs(minutes)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`
}
