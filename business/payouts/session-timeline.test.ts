import { expect, test } from 'vitest'
import { calendarDate, instant } from '../../libraries/calendar/index.ts'
import { cents, zero } from '../../libraries/money/index.ts'
import type { ClaimEventKind, ClaimStatus } from '../claims/claim-status.ts'
import { type SessionLife, sessionTimeline } from './session-timeline.ts'

const zone = 'America/New_York'
const day = calendarDate
const april8 = instant('2026-04-08T22:00:00Z')

const confirmation: NonNullable<SessionLife['confirmation']> = {
  firstAt: april8,
  versions: 1,
  startedAt: instant('2026-04-08T14:00:00Z'),
  client: cents(2500),
  provider: cents(11800),
  payerName: 'CEDAR MUTUAL',
  clientName: 'Ada',
  held: false,
  heldUntil: null,
  editableUntil: instant('2026-04-10T22:00:00Z'),
}

const unpaid: SessionLife['pay'] = {
  payout: null,
  state: 'planned',
  toldOn: null,
  arrived: zero,
  settlesOn: day('2026-04-30'),
  hold: null,
}
const payout = {
  id: 'payout',
  payOn: day('2026-04-30'),
  settlesOn: day('2026-04-30'),
  fileName: 'ACH-2026-04-29-A.ach',
  fileSha256: 'a'.repeat(64),
}
const arrived: SessionLife['pay'] = { ...unpaid, payout, state: 'settled', arrived: cents(11800) }

function life(today: string, over: Partial<SessionLife> = {}): SessionLife {
  return {
    today: day(today),
    now: instant(`${today}T22:00:00Z`),
    zone,
    practiceZone: zone,
    startsAt: instant('2026-04-08T14:00:00Z'),
    confirmBy: day('2026-05-08'),
    voided: null,
    cancelled: null,
    confirmation,
    charge: { owed: cents(2500), paidOn: null, declined: false },
    claim: null,
    expected: { acknowledgement: null, answer: null, absorption: null },
    pay: unpaid,
    owed: { payer: cents(12500), client: cents(2500) },
    lastPostedOn: null,
    ...over,
  }
}

const event = (kind: ClaimEventKind, on: string, words: string = kind) => ({
  kind,
  sourceKey: `${kind}:${on}`,
  happenedOn: day(on),
  at: instant(`${on}T22:00:00Z`),
  detail: { words },
})
const claim = (status: ClaimStatus, ...events: ReturnType<typeof event>[]) => ({ status, events })
const sent = event('sent', '2026-04-10')
const expected = { acknowledgement: day('2026-04-13'), answer: day('2026-05-10'), absorption: day('2027-04-10') }
const paidByClient = { owed: zero, paidOn: day('2026-04-10'), declined: false }
const owesNothing = { payer: zero, client: zero }

const told = (known: SessionLife) => sessionTimeline(known).map(({ kind, state, on }) => `${kind} ${state} ${on}`)

test.each([
  [
    'planned',
    life('2026-04-07', { confirmation: null }),
    ['seen expected 2026-04-08', 'confirmed expected 2026-05-08'],
  ],
  [
    'waits for the clinician',
    life('2026-04-09', { confirmation: null }),
    ['seen done 2026-04-08', 'confirmed now 2026-05-08'],
  ],
  ['lapsed', life('2026-05-09', { confirmation: null }), ['seen done 2026-04-08', 'confirmed late 2026-05-08']],
  [
    'waits for a rate',
    life('2026-07-09', { confirmation: null, confirmBy: null }),
    ['seen done 2026-04-08', 'confirmed now null'],
  ],
  [
    'did not take place',
    life('2026-04-09', { voided: { at: april8, reason: 'No one came.' } }),
    ['seen done 2026-04-08', 'voided done 2026-04-08'],
  ],
  [
    'confirmed today',
    life('2026-04-08'),
    [
      'seen done 2026-04-08',
      'confirmed done 2026-04-08',
      'client_charged expected 2026-04-10',
      'claim_sent expected 2026-04-10',
      'paid_to_you expected 2026-04-30',
      'payer_answered expected null',
      'settled expected null',
    ],
  ],
  [
    'the claim waits until the payer has the clinician',
    life('2026-04-20', {
      confirmation: { ...confirmation, held: true, heldUntil: day('2026-06-01') },
      claim: claim('held'),
      charge: paidByClient,
    }),
    [
      'seen done 2026-04-08',
      'confirmed done 2026-04-08',
      'client_charged done 2026-04-10',
      'paid_to_you expected 2026-04-30',
      'claim_sent expected 2026-06-01',
      'payer_answered expected null',
      'settled expected null',
    ],
  ],
  [
    'the payer is slow to take the claim, and the card was declined',
    life('2026-04-14', {
      claim: claim('sent', sent),
      expected,
      charge: { owed: cents(2500), paidOn: null, declined: true },
    }),
    [
      'seen done 2026-04-08',
      'confirmed done 2026-04-08',
      'claim_sent done 2026-04-10',
      'accepted late 2026-04-13',
      'client_charged late 2026-04-14',
      'paid_to_you expected 2026-04-30',
      'payer_answered expected 2026-05-10',
      'settled expected 2027-04-10',
    ],
  ],
  [
    'the claim was refused',
    life('2026-04-12', {
      claim: claim('rejected', sent, event('rejected', '2026-04-11')),
      expected,
      charge: paidByClient,
    }),
    [
      'seen done 2026-04-08',
      'confirmed done 2026-04-08',
      'client_charged done 2026-04-10',
      'claim_sent done 2026-04-10',
      'accepted late 2026-04-11',
      'paid_to_you expected 2026-04-30',
      'payer_answered expected 2026-05-10',
      'settled expected 2027-04-10',
    ],
  ],
  [
    'paid to the practice, and the payer is silent',
    life('2026-05-11', {
      claim: claim('accepted', sent, event('accepted', '2026-04-11')),
      expected,
      charge: paidByClient,
      pay: arrived,
    }),
    [
      'seen done 2026-04-08',
      'confirmed done 2026-04-08',
      'client_charged done 2026-04-10',
      'claim_sent done 2026-04-10',
      'accepted done 2026-04-11',
      'paid_to_you done 2026-04-30',
      'payer_answered late 2026-05-10',
      'settled expected 2027-04-10',
    ],
  ],
  [
    'denied, and not yet final',
    life('2026-06-01', {
      claim: claim('denied', sent, event('denied', '2026-05-20')),
      expected: { ...expected, absorption: day('2026-11-16') },
      charge: paidByClient,
      pay: arrived,
    }),
    [
      'seen done 2026-04-08',
      'confirmed done 2026-04-08',
      'client_charged done 2026-04-10',
      'claim_sent done 2026-04-10',
      'paid_to_you done 2026-04-30',
      'payer_answered done 2026-05-20',
      'absorbed expected 2026-11-16',
      'settled expected 2026-11-16',
    ],
  ],
  [
    'the payer answered before the payday',
    life('2026-04-20', {
      claim: claim('paid', sent, event('paid', '2026-04-18')),
      expected,
      charge: paidByClient,
      owed: owesNothing,
    }),
    [
      'seen done 2026-04-08',
      'confirmed done 2026-04-08',
      'client_charged done 2026-04-10',
      'claim_sent done 2026-04-10',
      'payer_answered done 2026-04-18',
      'paid_to_you expected 2026-04-30',
      'settled expected 2026-04-30',
    ],
  ],
  [
    'all is settled',
    life('2026-06-20', {
      claim: claim('paid', sent, event('paid', '2026-06-12')),
      expected,
      charge: paidByClient,
      pay: arrived,
      owed: owesNothing,
      lastPostedOn: day('2026-06-12'),
    }),
    [
      'seen done 2026-04-08',
      'confirmed done 2026-04-08',
      'client_charged done 2026-04-10',
      'claim_sent done 2026-04-10',
      'paid_to_you done 2026-04-30',
      'payer_answered done 2026-06-12',
      'settled done 2026-06-12',
    ],
  ],
] as const)('%s', (_, known, steps) => {
  expect(told(known)).toEqual([...steps])
})

test.each([
  [
    'a hold is told before the payday',
    '2026-04-20',
    { ...unpaid, hold: 'Add a bank account.' },
    'expected',
    'You are paid $118.00',
  ],
  [
    'a payday that a hold has passed is late',
    '2026-05-01',
    { ...unpaid, hold: 'Add a bank account.' },
    'late',
    'Add a bank account.',
  ],
  [
    'the file is with the bank',
    '2026-04-29',
    { ...unpaid, payout, state: 'sent' },
    'now',
    '$118.00 is on its way to your bank',
  ],
  [
    'the bank sent it back',
    '2026-05-04',
    { ...unpaid, payout, state: 'returned', toldOn: day('2026-05-03') },
    'late',
    'Your bank sent the money back',
  ],
  ['it arrived', '2026-05-04', arrived, 'done', 'You were paid $118.00'],
] as const)('%s', (_, today, pay, state, words) => {
  const step = sessionTimeline(life(today, { pay })).find(({ kind }) => kind === 'paid_to_you')
  expect(step).toMatchObject({ state, words })
  if (pay.payout !== null) expect(step?.evidence?.file).toEqual({ name: payout.fileName, sha256: payout.fileSha256 })
})

test('the days stand in order, and what has no day yet comes last', () => {
  const days = sessionTimeline(life('2026-04-14', { claim: claim('sent', sent), expected })).map(({ on }) => on)
  expect(days).toEqual(days.toSorted((a, b) => ((a ?? '9') < (b ?? '9') ? -1 : 1)))
})

test('a taking back is told once: the denial that comes with it adds its codes and no step', () => {
  const coded = (kind: ClaimEventKind, codes: string[]) => {
    const told = event(kind, '2026-09-15', kind)
    return { ...told, detail: { ...told.detail, codes } }
  }
  const events = [sent, event('paid', '2026-06-12'), coded('reversed', ['CR 45']), coded('denied', ['CO 50'])]
  const known = life('2026-09-16', {
    charge: paidByClient,
    claim: claim('reversed', ...events),
    pay: arrived,
    expected,
  })
  const answers = sessionTimeline(known).filter(({ kind }) => kind === 'payer_answered')
  expect(answers.map(({ words }) => words)).toEqual(['paid', 'reversed'])
  expect(answers.at(-1)?.evidence?.text).toContain('50')
})

test('the day on which the rest becomes the loss of the operator is named as the latest, not as the one expected', () => {
  const known = life('2026-05-01', { claim: claim('accepted', sent, event('accepted', '2026-04-10')), expected })
  expect(sessionTimeline(known).at(-1)).toMatchObject({
    on: '2027-04-10',
    words: expect.stringContaining('on this day at the latest'),
  })
})
