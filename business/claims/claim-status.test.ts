import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ClaimEventKind, type ClaimStatus, claimStatus } from './claim-status.ts'

const cases: [string, boolean, boolean, ClaimEventKind[], ClaimStatus][] = [
  ['waits for the payer-ready date', true, false, [], 'held'],
  ['is ready once released', true, true, [], 'ready'],
  ['is ready when nothing holds it', false, false, [], 'ready'],
  ['is sent', false, false, ['sent'], 'sent'],
  ['its file was accepted, it was not looked at yet', false, false, ['sent', 'file_accepted'], 'sent'],
  ['was accepted into adjudication', false, false, ['sent', 'file_accepted', 'received', 'accepted'], 'accepted'],
  ['the 277CA came before the 999', false, false, ['sent', 'accepted', 'file_accepted'], 'accepted'],
  ['was rejected before adjudication', false, false, ['sent', 'file_accepted', 'rejected'], 'rejected'],
  ['its whole file was rejected', false, false, ['sent', 'file_rejected'], 'file_rejected'],
  ['was paid', false, false, ['sent', 'accepted', 'paid'], 'paid'],
  ['was paid, taken back and with it denied', false, false, ['sent', 'paid', 'reversed', 'denied'], 'reversed'],
  ['was taken back and paid less', false, false, ['sent', 'paid', 'reversed', 'underpaid'], 'underpaid'],
  ['went out again after it was taken back', false, false, ['paid', 'reversed', 'denied', 'sent', 'denied'], 'denied'],
  ['was denied and absorbed', false, false, ['sent', 'accepted', 'denied', 'absorbed'], 'absorbed'],
  ['was absorbed and paid after all', false, false, ['sent', 'denied', 'absorbed', 'paid'], 'paid'],
]

test.each(cases)('a claim that %s', (_, held, released, kinds, status) => {
  expect(
    claimStatus(
      { held, released },
      kinds.map((kind) => ({ kind })),
    ),
  ).toBe(status)
})

test('every order of acknowledgements leads to the same status', () => {
  const acknowledgements: ClaimEventKind[] = ['sent', 'file_accepted', 'received', 'accepted']
  fc.assert(
    fc.property(fc.shuffledSubarray(acknowledgements), (kinds) => {
      const claim = { held: false, released: false }
      const inOrder = acknowledgements.filter((kind) => kinds.includes(kind))
      const status = (order: ClaimEventKind[]) =>
        claimStatus(
          claim,
          order.map((kind) => ({ kind })),
        )
      expect(status(kinds)).toBe(status(inOrder))
    }),
  )
})
