import { type CalendarDate, latest, type Period } from '../../libraries/calendar/index.ts'
import type { Standing } from './apply-change.ts'
import type { Authority } from './authority-store.ts'
import type { KnownAround } from './refuse-change.ts'

/** A clinician's profession, and the states in which its compacts are in force. */
export type CompactsAround = Pick<KnownAround, 'family' | 'compacts'>

/**
 * What a clinician holds, with each compact privilege only for the days on which it opens something: its compact is in
 * force in its state, and a license of another state of the same compact is in force too. A privilege whose home license
 * lapses ends with it, and one that rests on nothing is left out.
 */
export function restPrivileges(standing: Standing, { family, compacts }: CompactsAround): Standing {
  const { authorities } = standing
  if (!authorities.some(({ kind }) => kind === 'compact_privilege')) return standing
  const own = compacts.filter(({ families }) => families.includes(family))
  return {
    ...standing,
    authorities: authorities.flatMap((one) =>
      one.kind === 'compact_privilege'
        ? joined(daysOf(one, authorities, own)).map((during) => ({ ...one, during }))
        : [one],
    ),
  }
}

function daysOf(privilege: Authority, authorities: readonly Authority[], compacts: KnownAround['compacts']): Period[] {
  return compacts
    .filter(({ state }) => state === privilege.state)
    .flatMap(({ name, since }) => {
      const opened = from(privilege.during, since)
      return compacts
        .filter((home) => home.name === name && home.state !== privilege.state)
        .flatMap((home) =>
          authorities
            .filter((one) => one.kind === 'license' && one.state === home.state)
            .flatMap((license) => common(opened, from(license.during, home.since))),
        )
    })
}

/** A period without the days before a first one; a state of which that is not known is in force throughout. */
function from(during: Period, first: CalendarDate | null): Period {
  return first === null ? during : { ...during, from: latest(during.from, first) }
}

function common(one: Period, other: Period): Period[] {
  const start = latest(one.from, other.from)
  const ends = [one.until, other.until].filter((day) => day !== null).sort()
  const until = ends[0] ?? null
  return until !== null && until <= start ? [] : [{ from: start, until }]
}

/** Periods that touch or overlap as one, in their order. */
function joined(periods: readonly Period[]): Period[] {
  const whole: Period[] = []
  for (const next of periods.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = whole.at(-1)
    if (last === undefined || (last.until !== null && last.until < next.from)) whole.push(next)
    else whole[whole.length - 1] = { from: last.from, until: later(last.until, next.until) }
  }
  return whole
}

function later(one: CalendarDate | null, other: CalendarDate | null): CalendarDate | null {
  return one === null || other === null ? null : latest(one, other)
}
