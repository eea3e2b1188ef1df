import { expect, test } from 'vitest'
import { sayLife } from './say-life.ts'

test.each([
  ['You are paid $115.00', 'The practice is paid $115.00'],
  ['You were paid $118.00', 'The practice was paid $118.00'],
  ['The insurer denied the claim. Your pay does not change.', 'The insurer denied the claim.'],
  [
    'If $134.00 more does not come, it is our loss, not yours',
    'If $134.00 more does not come, it is our loss, not the practice’s',
  ],
])('what a clinician reads as %j is said to the operator’s people as %j', (told, said) => {
  expect(sayLife(told)).toBe(said)
})
