import { type CalendarDate, dateIn } from '../../libraries/calendar/index.ts'
import { paySchedules } from '../contracts/index.ts'
import { payDate } from '../payouts/pay-date.ts'
import { scheduleOn } from '../payouts/schedule-on.ts'
import type { Db, World } from '../world.ts'

/** The pay date of what is confirmed today; null where no schedule is in force. */
export async function payOnIfConfirmedToday(db: Db, world: World): Promise<CalendarDate | null> {
  const today = dateIn(world.clock.now(), world.zone)
  const dated = scheduleOn(await paySchedules(db), today)
  return dated === null ? null : payDate(today, dated.schedule)
}
