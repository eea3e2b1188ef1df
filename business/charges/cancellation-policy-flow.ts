import { addDays, type CalendarDate, dateIn, dateInWords } from '../../libraries/calendar/index.ts'
import { type Cents, cents, formatCents } from '../../libraries/money/index.ts'
import { Refusal } from '../routes.ts'
import type { Db, Who, World } from '../world.ts'
import {
  type CancellationPolicy,
  cancellationPolicies,
  cancellationRule,
  recordCancellationPolicy,
  type WindowHours,
} from './cancellation-policy-store.ts'
import { policyOn } from './propose-fee.ts'

export type PolicySeen = { startsOn: CalendarDate; windowHours: WindowHours; lateCents: Cents; noShowCents: Cents }

/** What a practice asks today, what it will ask, and what the operator's rule offers and allows. */
export type PoliciesSeen = {
  today: PolicySeen | null
  later: PolicySeen[]
  offered: { windowHours: WindowHours; lateCents: Cents; noShowCents: Cents; mostCents: Cents } | null
  earliestStart: CalendarDate | null
}

export async function policiesSeen(db: Db, world: World, practiceId: string): Promise<PoliciesSeen> {
  const today = dateIn(world.clock.now(), world.zone)
  const rule = await cancellationRule(db, today)
  const policies = await cancellationPolicies(db, practiceId)
  const inForce = policyOn(policies, today)
  const coming = [...new Set(policies.map(({ startsOn }) => startsOn))].filter((day) => day > today)
  return {
    today: inForce === null ? null : seen(inForce),
    later: coming.flatMap((day) => {
      const policy = policyOn(policies, day)
      return policy === null ? [] : [seen(policy)]
    }),
    offered:
      rule === null
        ? null
        : {
            windowHours: rule.windowHours,
            lateCents: rule.late,
            noShowCents: rule.noShow,
            mostCents: rule.most,
          },
    earliestStart: rule === null ? null : addDays(today, rule.noticeDays),
  }
}

function seen({ startsOn, windowHours, late, noShow }: CancellationPolicy): PolicySeen {
  return { startsOn, windowHours, lateCents: late, noShowCents: noShow }
}

/** A further policy, for sessions from a day on that leaves every client the time to read of it in a reminder. */
export async function setPolicy(
  db: Db,
  world: World,
  who: Pick<Who, 'userId' | 'practiceId'>,
  asked: { startsOn: CalendarDate; windowHours: WindowHours; lateCents: number; noShowCents: number },
): Promise<{ id: string }> {
  const at = world.clock.now()
  const today = dateIn(at, world.zone)
  const rule = await cancellationRule(db, today)
  if (rule === null)
    throw refused('no_cancellation_rule', 'startsOn', 'The operator allows no cancellation fees today.')
  const earliest = addDays(today, rule.noticeDays)
  if (asked.startsOn < earliest) {
    const words = `A policy can start on ${dateInWords(earliest)} at the earliest: your clients read of it in their reminders first.`
    throw refused('policy_too_soon', 'startsOn', words)
  }
  for (const field of ['lateCents', 'noShowCents'] as const) {
    if (asked[field] <= rule.most) continue
    throw refused('fee_too_high', field, `A fee is at most ${formatCents(rule.most)}.`)
  }
  const id = world.ids.next()
  await recordCancellationPolicy(db, who.practiceId, {
    id,
    startsOn: asked.startsOn,
    windowHours: asked.windowHours,
    late: cents(asked.lateCents),
    noShow: cents(asked.noShowCents),
    recordedAt: at,
    recordedBy: who.userId,
  })
  return { id }
}

function refused(code: string, field: string, words: string): Refusal {
  return new Refusal({ status: 422, code, detail: `${words} Nothing was changed.`, because: [{ code, field, words }] })
}
