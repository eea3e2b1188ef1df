import { expect, test } from 'vitest'
import { calendarDate } from '../../libraries/calendar/index.ts'
import { type ClaimStatus, claimStatuses } from '../claims/claim-status.ts'
import { weighWriteOff } from './weigh-write-off.ts'

const asked = (status: ClaimStatus, today: string, due: string | null = '2026-05-10') =>
  weighWriteOff({ status, today: calendarDate(today), answerDueOn: due === null ? null : calendarDate(due) })

test.each(claimStatuses.map((status) => [status]))(
  'a claim that is %s is given up by a person, or it says why not',
  (status) => {
    const given = ['denied', 'reversed', 'underpaid', 'rejected', 'file_rejected']
    expect(asked(status, '2026-05-10') === null).toBe(given.includes(status))
  },
)

test('a payer that has not answered is given up only after the day on which its answer was due', () => {
  for (const status of ['sent', 'received', 'accepted'] as const) {
    expect(asked(status, '2026-05-10')).toMatchObject({ because: 'payer_still_decides' })
    expect(asked(status, '2026-05-11')).toBeNull()
    expect(asked(status, '2026-05-11', null)).toMatchObject({ because: 'payer_still_decides' })
  }
})
