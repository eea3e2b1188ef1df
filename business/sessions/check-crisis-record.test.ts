import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type CrisisRecord,
  checkCrisisRecord,
  composeCrisis,
  crisisPrompts,
  isCrisisCode,
} from './check-crisis-record.ts'

const whole: CrisisRecord = {
  risk: 'Said she would take the pills on her table; intent and means were there.',
  intervention: 'Assessed lethality, had the pills put away, and made a safety plan together.',
  people: 'Her sister, who came',
  disposition: 'Stays with her sister tonight; meets her psychiatrist tomorrow at nine.',
}

test.each([
  // what is written there                   prompt          why it says nothing, or null
  ['the record as it should be', 'risk', whole.risk, null],
  ['nothing', 'risk', '', 'blank'],
  ['white space', 'intervention', ' \n\t ', 'blank'],
  ['n/a', 'people', 'n/a', 'placeholder'],
  ['N.A.', 'risk', 'N.A.', 'placeholder'],
  ['none', 'people', 'None.', 'placeholder'],
  ['dashes', 'disposition', '---', 'placeholder'],
  ['dots', 'disposition', '…', 'placeholder'],
  ['see note', 'risk', 'See note', 'placeholder'],
  ['see above', 'disposition', '(see above)', 'placeholder'],
  ['TBD', 'intervention', 'TBD', 'placeholder'],
  ['the word itself', 'risk', 'Crisis!', 'placeholder'],
  ['one letter many times', 'risk', 'aaaaaaaaaaaaaaaaaaaaaaaa', 'repeats_itself'],
  ['two letters in turns', 'risk', 'xoxoxoxoxoxoxoxoxoxoxoxo', 'repeats_itself'],
  ['one word many times', 'intervention', 'help help help help help help', 'repeats_itself'],
  ['digits only', 'disposition', '1234567890', 'repeats_itself'],
  ['two words', 'risk', 'high risk', 'too_short'],
  ['one word', 'disposition', 'stabilized', 'too_short'],
  ['too few letters for people', 'people', 'me', 'too_short'],
  ['one person', 'people', 'Her mother', null],
  ['nobody, said as a sentence', 'people', 'Client alone, by phone', null],
  ['a copy of what was said before', 'disposition', whole.risk, 'copies_another'],
  ['a copy with other marks and letters', 'intervention', `  ${whole.risk.toUpperCase()}!! `, 'copies_another'],
  ['another script', 'risk', '他说今晚会从桥上跳下去，手里拿着遗书', null],
  ['another language', 'risk', 'Dijo que se haría daño esta noche con las pastillas.', null],
] as const)('%s', (_, prompt, said, because) => {
  const faults = checkCrisisRecord({ ...whole, [prompt]: said })
  expect(faults.filter((fault) => fault.prompt === prompt).map((fault) => fault.because)).toEqual(
    because === null ? [] : [because],
  )
})

test('the later of two like answers is the one to write anew', () => {
  const faults = checkCrisisRecord({ ...whole, intervention: whole.risk, disposition: whole.risk })
  expect(faults.map(({ prompt }) => prompt)).toEqual(['intervention', 'disposition'])
})

test('every fault says in words which answer is meant', () => {
  const faults = checkCrisisRecord({ risk: '', intervention: 'n/a', people: 'x', disposition: 'aaaaaaa' })
  expect(faults.map(({ words }) => words)).toEqual([
    'The presenting risk is not written down yet.',
    'What you did: that stands in for an answer. Say it in your own words.',
    'Whom you engaged: say a little more, so that somebody who was not there understands it.',
    'How it ended: that repeats one thing over and over. Say it in your own words.',
  ])
})

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.constantFrom('n/a', '', whole.risk, whole.people, 'Presenting risk: x\nIntervention: y'),
)
const anyRecord = fc.record({ risk: anyText, intervention: anyText, people: anyText, disposition: anyText })

test('not a word is lost when the answers become one story', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const { narrative, resolution } = composeCrisis(record)
      if (narrative !== null) {
        for (const prompt of ['risk', 'intervention', 'people'] as const) expect(narrative).toContain(record[prompt])
      }
      if (resolution !== null) expect(resolution).toContain(record.disposition)
    }),
  )
})

test('a story is told exactly where each of its answers says something', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const silent = checkCrisisRecord(record).map(({ prompt }) => prompt)
      const { narrative, resolution } = composeCrisis(record)
      expect(narrative === null).toBe(silent.some((prompt) => prompt !== 'disposition'))
      expect(resolution === null).toBe(silent.includes('disposition'))
    }),
  )
})

test('the prompts stand in the order in which a crisis is told, each with its question', () => {
  expect(crisisPrompts.map(({ prompt }) => prompt)).toEqual(['risk', 'intervention', 'people', 'disposition'])
  for (const { asks, hint } of crisisPrompts) expect(asks.length * hint.length).toBeGreaterThan(0)
})

test('the codes of a crisis are its first hour and each further half hour', () => {
  expect(['90837', '90839', '90840', '90841'].filter(isCrisisCode)).toEqual(['90839', '90840'])
})
