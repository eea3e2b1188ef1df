import { Temporal } from 'temporal-polyfill'
import { type Instant, instant } from './instant.ts'

/** A change of a zone's clock: when, from which offset to which, in minutes ahead of UTC, and what the time is called then. */
export type ZoneChange = { at: Instant; before: number; after: number; name: string; isSummer: boolean }

/** The changes of a zone's clock from the last one before a moment until another moment; none where it never changes. */
export function zoneChanges(zone: string, from: Instant, until: Instant): ZoneChange[] {
  const start = Temporal.Instant.from(from).toZonedDateTimeISO(zone)
  const changes: ZoneChange[] = []
  let next = start.getTimeZoneTransition('previous') ?? start.getTimeZoneTransition('next')
  while (next !== null && next.epochMilliseconds < Date.parse(until)) {
    changes.push(changeAt(next))
    next = next.getTimeZoneTransition('next')
  }
  return changes
}

function changeAt(zoned: Temporal.ZonedDateTime): ZoneChange {
  const before = offsetOf(zoned.subtract({ seconds: 1 }))
  const after = offsetOf(zoned)
  const at = instant(zoned.toInstant().toString())
  return { at, before, after, name: nameAt(zoned), isSummer: after > before }
}

function offsetOf({ offsetNanoseconds }: Temporal.ZonedDateTime): number {
  return offsetNanoseconds / 60_000_000_000
}

/** Minutes that a zone's clock is ahead of UTC at a moment. */
export function zoneOffset(moment: Instant, zone: string): number {
  return offsetOf(Temporal.Instant.from(moment).toZonedDateTimeISO(zone))
}

/** "EDT": the short name of a zone's time at a moment. */
export function zoneName(moment: Instant, zone: string): string {
  return nameAt(Temporal.Instant.from(moment).toZonedDateTimeISO(zone))
}

function nameAt({ epochMilliseconds, timeZoneId }: Temporal.ZonedDateTime): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: timeZoneId, timeZoneName: 'short' })
  return format.formatToParts(epochMilliseconds).find(({ type }) => type === 'timeZoneName')?.value ?? timeZoneId
}

/** A moment with its zone, for libraries that take the standard's own object. */
export function zoned(moment: Instant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(zone)
}
