/** What a clinician writes down of a crisis, prompt by prompt. */
export type CrisisRecord = { risk: string; intervention: string; people: string; disposition: string }

export type CrisisPrompt = keyof CrisisRecord

/** Why an answer says nothing: to a reviewer, and to whoever must show later why this was a crisis. */
export type SaysNothing = 'blank' | 'placeholder' | 'repeats_itself' | 'too_short' | 'copies_another'

export type CrisisFault = { prompt: CrisisPrompt; because: SaysNothing; words: string }

export const crisisPrompts: readonly { prompt: CrisisPrompt; asks: string; hint: string }[] = [
  {
    prompt: 'risk',
    asks: 'What was the presenting risk?',
    hint: 'What made it urgent: danger to self or others, intent, means, what had happened.',
  },
  {
    prompt: 'intervention',
    asks: 'What did you do?',
    hint: 'Assessment, de-escalation, safety planning, calls you made.',
  },
  {
    prompt: 'people',
    asks: 'Whom did you engage?',
    hint: 'Family, friends, emergency services; where it was the client alone, say so.',
  },
  {
    prompt: 'disposition',
    asks: 'How did it end?',
    hint: 'Where the client is now and with whom, and what was agreed to happen next.',
  },
]

/** Whether the codes are those of a crisis session: 90839 its first hour, 90840 each further half hour. */
export function isCrisisCode(code: string): boolean {
  return code === '90839' || code === '90840'
}

/** Every prompt whose answer says nothing, with the reason in words; none when the record may stand. */
export function checkCrisisRecord(record: CrisisRecord): CrisisFault[] {
  return crisisPrompts.flatMap(({ prompt }) => {
    const because = findSilence(record, prompt)
    return because === null ? [] : [{ prompt, because, words: wordsFor(because, prompt) }]
  })
}

/**
 * The two texts that the billing decision and the record of the session take, with every word that was written. What says
 * nothing leaves its text out, and the decision asks for it.
 */
export function composeCrisis(record: CrisisRecord): { narrative: string | null; resolution: string | null } {
  const silent = new Set(checkCrisisRecord(record).map(({ prompt }) => prompt))
  const told = (['risk', 'intervention', 'people'] as const).map((prompt) => `${titles[prompt]}: ${record[prompt]}`)
  const isTold = !(silent.has('risk') || silent.has('intervention') || silent.has('people'))
  return {
    narrative: isTold ? told.join('\n') : null,
    resolution: silent.has('disposition') ? null : `${titles.disposition}: ${record.disposition}`,
  }
}

const titles: Record<CrisisPrompt, string> = {
  risk: 'Presenting risk',
  intervention: 'Intervention',
  people: 'People engaged',
  disposition: 'Disposition',
}

function findSilence(record: CrisisRecord, prompt: CrisisPrompt): SaysNothing | null {
  const said = essence(record[prompt])
  if (record[prompt].trim() === '') return 'blank'
  if (said === '' || placeholders.has(said)) return 'placeholder'
  if (repeats(said)) return 'repeats_itself'
  if (letters(said).length < (prompt === 'people' ? 4 : 15)) return 'too_short'
  const index = crisisPrompts.findIndex((each) => each.prompt === prompt)
  const before = crisisPrompts.slice(0, index).map((each) => essence(record[each.prompt]))
  return before.includes(said) ? 'copies_another' : null
}

// What people write into a field that they do not want to fill in.
const placeholders = new Set([
  'n a', 'na', 'none', 'nothing', 'nil', 'null', 'no', 'yes', 'ok', 'okay', 'done', 'tbd', 'to be determined', 'todo', 'test',
  'testing', 'unknown', 'not applicable', 'not available', 'see note', 'see notes', 'see the note', 'see chart', 'see above',
  'see below', 'as above', 'above', 'same', 'same as above', 'as discussed', 'per note', 'in note', 'crisis', 'a crisis',
  'asdf', 'qwerty', 'lorem ipsum', 'xyz', 'abc', 'blah', 'blah blah', 'blah blah blah', 'later', 'will add later', 'pending',
]) // biome-ignore format: a list of words

/** Lower case, letters and digits only, single spaces: what is left when nobody minds how it was typed. */
function essence(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function letters(text: string): string {
  return text.replace(/[^\p{L}]/gu, '')
}

/** "aaaaaaa", "asdf asdf asdf", "no no no no": one letter, or one word, over and over. */
function repeats(said: string): boolean {
  const all = letters(said)
  if (all.length === 0) return true
  const different = new Set(all).size
  if (all.length >= 4 && different < 3) return true
  const words = said.split(' ')
  return words.length > 2 && new Set(words).size === 1
}

function wordsFor(because: SaysNothing, prompt: CrisisPrompt): string {
  switch (because) {
    case 'blank':
      return `${asked[prompt]} is not written down yet.`
    case 'placeholder':
      return `${asked[prompt]}: that stands in for an answer. Say it in your own words.`
    case 'repeats_itself':
      return `${asked[prompt]}: that repeats one thing over and over. Say it in your own words.`
    case 'too_short':
      return `${asked[prompt]}: say a little more, so that somebody who was not there understands it.`
    case 'copies_another':
      return `${asked[prompt]}: that is what you wrote above. Say what belongs here.`
  }
}

const asked: Record<CrisisPrompt, string> = {
  risk: 'The presenting risk',
  intervention: 'What you did',
  people: 'Whom you engaged',
  disposition: 'How it ended',
}
