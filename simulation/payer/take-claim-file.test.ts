import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarDate, instant } from '../../libraries/calendar/index.ts'
import { aClaimFile } from './a-claim-file.ts'
import { applyPayerEvent, emptyPayerState } from './payer-state.ts'
import { config } from './surroundings.ts'
import { takeClaimFile } from './take-claim-file.ts'

const now = instant('2026-04-10T22:00:00Z')
const whole = Buffer.from(
  aClaimFile([
    { claimControlNumber: 'CLAIM1', memberId: 'PAYS1' },
    { claimControlNumber: 'CLAIM2', memberId: 'DENY1' },
  ]),
).toString('latin1')

test('whatever a file looks like, the payer takes it without stopping, and no claim of it twice', () => {
  const place = fc.nat(whole.length - 1)
  const damage = fc.oneof(
    fc.record({ at: place, take: fc.nat(200), put: fc.constant('') }),
    fc.record({ at: place, take: fc.nat(3), put: fc.string({ maxLength: 4 }) }),
    fc.record({ at: place, take: fc.constant(0), put: place.map((at) => whole.slice(at, at + 120)) }),
  )
  fc.assert(
    fc.property(fc.array(damage, { maxLength: 3 }), (damages) => {
      const text = damages.reduce((so, { at, take, put }) => so.slice(0, at) + put + so.slice(at + take), whole)
      const bytes = Buffer.from(text, 'latin1')
      const { event } = takeClaimFile(config, emptyPayerState(), { name: 'claims-1.837', bytes, now })
      expect(event.claims.length).toBeLessThanOrEqual(2)
      expect(new Set(event.claims.map(({ claimControlNumber }) => claimControlNumber)).size).toBe(event.claims.length)
    }),
    { numRuns: 500 },
  )
})

test('a whole file gets both answers and its claims a number each', () => {
  const { event, files } = takeClaimFile(config, emptyPayerState(), {
    name: 'claims-1.837',
    bytes: Buffer.from(whole, 'latin1'),
    now,
  })
  expect(files.map(({ name }) => name)).toEqual(['999-2026-04-10-000001.edi', '277CA-2026-04-10-000002.edi'])
  expect(event.claims.map(({ payerClaimNumber }) => payerClaimNumber)).toEqual(['202604100000001', '202604100000002'])
})

test('a session whose rejection was ordered by its day is rejected, and the member’s other sessions are not', () => {
  const state = emptyPayerState()
  const bytes = Buffer.from(whole, 'latin1')
  const [first] = takeClaimFile(config, emptyPayerState(), { name: 'claims-1.837', bytes, now }).event.claims
  const servedOn = first?.lines[0]?.servedOn ?? ''
  const order = { kind: 'behaves', behaviour: 'rejects', on: calendarDate('2026-04-08') } as const
  applyPayerEvent(state, { ...order, about: `PAYS1 ${servedOn}` })
  applyPayerEvent(state, { ...order, about: 'DENY1 2020-01-01' })
  const { event } = takeClaimFile(config, state, { name: 'claims-1.837', bytes, now })
  expect(event.claims.map(({ claimControlNumber }) => claimControlNumber)).toEqual(['CLAIM2'])
})
