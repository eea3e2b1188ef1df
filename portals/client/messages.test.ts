import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { paperWords } from '../../business/visits/paper-words.ts'
import type { Catalogue } from './messages.ts'
import { sayIn } from './messages.ts'

const files = globSync('*-words.ts', { cwd: import.meta.dirname }).sort()

async function catalogues(): Promise<[name: string, words: Catalogue][]> {
  const found: [string, Catalogue][] = [['paper-words', paperWords]]
  for (const file of files) {
    const module: Record<string, unknown> = await import(join(import.meta.dirname, file))
    for (const words of Object.values(module)) found.push([file, words as Catalogue])
  }
  return found
}

const placesIn = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).toSorted()

test('every sentence is there in both languages, with the same places to fill', async () => {
  const all = await catalogues()
  expect(all.length).toBeGreaterThan(3)
  for (const [name, { en, es }] of all) {
    expect(Object.keys(es).toSorted(), name).toEqual(Object.keys(en).toSorted())
    for (const [key, sentence] of Object.entries(en)) {
      expect(placesIn(es[key] ?? ''), `${name} ${key}`).toEqual(placesIn(sentence))
      expect((es[key] ?? '').trim(), `${name} ${key}`).not.toBe('')
    }
  }
})

// Names, and words that both languages share.
const alike = new Set(['total', 'plan', 'superbill'])

test('what is said in Spanish is not the English sentence left as it was', async () => {
  const same = (await catalogues()).flatMap(([name, { en, es }]) =>
    Object.keys(en)
      .filter(
        (key) => en[key] === es[key] && !alike.has(key) && /[a-z]{3}/i.test((en[key] ?? '').replace(/\{\w+\}/g, '')),
      )
      .map((key) => `${name} ${key}`),
  )
  expect(same).toEqual([])
})

test('every sentence of a catalogue is said by some page, and pages say no other', async () => {
  const sources = globSync('*.{ts,tsx}', { cwd: import.meta.dirname })
    .filter((file) => !/-words\.ts$|\.test\.ts$/.test(file))
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
    // What the audit's deeds are called comes with them.
    .concat(readFileSync(join(import.meta.dirname, '../../business/clients/describe-action.ts'), 'utf8'))
    // What may be chosen as a reason, too.
    .concat(readFileSync(join(import.meta.dirname, '../../business/sessions/change-reasons.ts'), 'utf8'))
    .concat(readFileSync(join(import.meta.dirname, '../../business/clients/question-reasons.ts'), 'utf8'))
    .concat(readFileSync(join(import.meta.dirname, '../../business/deletions/decide-deletion.ts'), 'utf8'))
    .concat(readFileSync(join(import.meta.dirname, '../../business/deletions/deletion-state.ts'), 'utf8'))
    .join('\n')
  const begun = [...sources.matchAll(/say\(`(\w+_)\$|= `(\w+_)\$/g)].map(([, said, named]) => said ?? named ?? '')
  const unsaid = (await catalogues())
    .filter(([name]) => name !== 'paper-words')
    .flatMap(([name, { en }]) =>
      Object.keys(en)
        .filter((key) => !sources.includes(`'${key}'`) && !sources.includes(`${key}:`))
        .filter((key) => !begun.some((beginning) => key.startsWith(beginning)))
        .filter((key) => !/^because_/.test(key) && name !== 'shell-words.ts')
        .map((key) => `${name} ${key}`),
    )
  expect(unsaid).toEqual([])
})

test('a sentence is filled with its values, and a value that is missing shows where it belongs', () => {
  const words = { en: { owes: 'You owe {amount} on {day}.' }, es: { owes: 'Debe {amount} el {day}.' } }
  expect(sayIn(words, 'es')('owes', { amount: '$25.00', day: 'mié, 8 de abr' })).toBe('Debe $25.00 el mié, 8 de abr.')
  expect(sayIn(words, 'en')('owes', { amount: '$25.00' })).toBe('You owe $25.00 on {day}.')
})
