import { dateIn } from '../../libraries/calendar/index.ts'
import { Refusal } from '../routes.ts'
import type { Db, World } from '../world.ts'
import { judgeConfirmation } from './confirm-session-flow.ts'
import { describePreview, type Preview } from './describe-preview.ts'
import { payOnIfConfirmedToday } from './pay-on-flow.ts'
import { rateGapNoticedOn, recordRateGap } from './rate-gap-store.ts'
import type { Session } from './session-store.ts'
import type { ConfirmationInput, Refused, Weighed } from './weighed.ts'

/** The page's live answer: what a confirmation would come to. It records nothing but that a rate is missing. */
export async function previewConfirmation(
  db: Db,
  world: World,
  session: Session,
  input: ConfirmationInput,
): Promise<Preview> {
  const { refusals, weighed } = await judgeConfirmation(db, world, session, input)
  await noticeRateGap(db, world, session, { refusals, weighed })
  const payOn = weighed?.payOn ?? (await payOnIfConfirmedToday(db, world))
  if (payOn === null) {
    const detail =
      'No pay schedule is entered for today, so no payday can be promised. The operator must enter it first.'
    throw new Refusal({ status: 409, code: 'no_pay_schedule', detail })
  }
  return describePreview({ refusals, weighed, payOn, zone: world.zone })
}

/**
 * Stops the 30 days of a session that nothing but a missing rate keeps from being confirmed; whoever comes late, or
 * enters what cannot be billed anyhow, stops nothing. Says whether a rate is missing.
 */
export async function noticeRateGap(
  db: Db,
  world: World,
  session: Session,
  { refusals, weighed }: { refusals: readonly Refused[]; weighed: Weighed | null },
): Promise<boolean> {
  const onlyTheRate = refusals.length > 0 && refusals.every(({ code }) => code === 'no_rate_found')
  if (!onlyTheRate || weighed?.pricing?.kind !== 'gaps') return false
  const { practiceId, id: sessionId } = session
  if ((await rateGapNoticedOn(db, practiceId, sessionId)) !== null) return true
  const at = world.clock.now()
  await recordRateGap(db, { practiceId, sessionId, on: dateIn(at, world.zone), gaps: weighed.pricing.gaps, at })
  return true
}
