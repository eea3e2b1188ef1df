import { expect, test } from 'vitest'
import { calendarDate, instant } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import type { ClientCard, Readiness } from '../charges/describe-client.ts'
import type { Described, SessionRow } from '../sessions/describe-session-row.ts'
import { needsYou } from './needs-you.ts'

const ready: Readiness = { insurance: true, forms: true, paymentMethod: true, email: true, coverage: 'active' }

function client(readiness: Partial<Readiness>, street: string | null = '1 Example Street'): ClientCard {
  const place = { id: 'place', label: 'Home', street, city: 'Queens', state: 'NY', zip: '11375', countyFips: null }
  return {
    personId: 'ada',
    name: 'Ada Fenwick',
    planName: 'Cedar Mutual PPO',
    memberId: 'PAYS1',
    readiness: { ...ready, ...readiness },
    locations: [place],
    standing: 'active',
    clinicians: [],
    lastAt: null,
    nextAt: null,
  }
}

function session(state: SessionRow['state'], confirmBy: string | null = '2026-05-08'): Described {
  return {
    row: {
      id: `session-${state}`,
      personId: 'ada',
      clientName: 'Ada Fenwick',
      clinicianName: 'Maya Lindqvist',
      memberId: 'maya',
      startsAt: instant('2026-04-08T14:00:00Z'),
      endsAt: instant('2026-04-08T14:55:00Z'),
      modality: 'telehealth',
      state,
      confirmedAt: null,
      payOn: null,
      providerCents: null,
      version: 1,
      cancellation: null,
    },
    serviceOn: calendarDate('2026-04-08'),
    confirmBy: confirmBy === null ? null : calendarDate(confirmBy),
  }
}

const nothing = {
  rows: [],
  clients: [],
  hold: null,
  returned: false,
  hasPaySchedule: true,
  failed: [],
  asking: [],
  requests: [],
}

test.each([
  // situation                                       session        what is not in order         what is said to be missing
  ['all is in order', 'upcoming', {}, null],
  ['an unproved address alone stops nobody', 'upcoming', { email: false }, null],
  [
    'before a session the client can still do it',
    'upcoming',
    { forms: false, paymentMethod: false },
    ['forms', 'paymentMethod'],
  ],
  ['afterwards only what stops the confirmation', 'to_confirm', { forms: false, paymentMethod: false }, null],
  ['no active insurance stops it either way', 'to_confirm', { insurance: false }, ['insurance']],
  ['what is over asks for nothing', 'locked', { insurance: false }, null],
] as const)('%s', (_, state, lacking, lacks) => {
  const needs = needsYou({ ...nothing, rows: [session(state)], clients: [client(lacking)] })
  expect(needs.map((need) => [need.kind, need.lacks])).toEqual(lacks === null ? [] : [['client_not_ready', lacks]])
})

test('a client without an address is asked for it first, with the session that needs it', () => {
  const needs = needsYou({ ...nothing, rows: [session('to_confirm')], clients: [client({}, null)] })
  expect(needs).toMatchObject([{ kind: 'client_not_ready', lacks: ['address'], sessionId: 'session-to_confirm' }])
})

test('money first: a payout that came back, a hold, then missing schedules and rates, then who asks, then clients and cards', () => {
  const failed = [
    {
      sessionId: 's',
      personId: 'ada',
      cents: cents(2500),
      outcome: 'declined' as const,
      at: instant('2026-04-10T12:00:00Z'),
    },
  ]
  const needs = needsYou({
    rows: [session('to_confirm', null)],
    clients: [client({ insurance: false })],
    hold: 'Verify your bank account.',
    returned: true,
    hasPaySchedule: false,
    failed,
    asking: [{ name: 'Sam Whitlow', email: 'sam@example.com' }],
    requests: [],
  })
  expect(needs.map(({ kind }) => kind)).toEqual([
    'payout_returned',
    'payout_hold',
    'no_pay_schedule',
    'rate_gap',
    'access_request',
    'client_not_ready',
    'card_declined',
  ])
  expect(needs.at(-1)?.title).toBe('Ada Fenwick’s card was declined')
})
