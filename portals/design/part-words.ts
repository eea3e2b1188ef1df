import { createContext, useContext } from 'react'
import type { Problem } from '../trouble.ts'

/** What the parts that every door shares say by themselves; a door in another language brings its own. */
export type PartWords = {
  close: string
  loading: string
  tryAgain: string
  signInAgain: string
  pageError: string
  nothingChanged: string
  /** After a deed of which nobody knows whether it arrived; `deed` is what was to be recorded. */
  unanswered: (deed: string) => string
  nothingRecorded: string
  /** The sentence of a refusal, and the reasons that it names. */
  problem: (problem: Problem) => { head: string | undefined; reasons: string[] }
}

export const englishParts: PartWords = {
  close: 'Close',
  loading: 'Loading',
  tryAgain: 'Try again',
  signInAgain: 'Sign in again',
  pageError: 'This page met an error of its own.',
  nothingChanged: 'Nothing was changed or lost.',
  unanswered: (deed) =>
    `What you entered is still here. Try again: if ${deed} had arrived already, it is not recorded twice.`,
  nothingRecorded: 'Nothing was recorded, and what you entered is still here. Correct it and try again.',
  problem: ({ detail, title, because }) => ({
    head: detail ?? title,
    reasons: (because ?? []).map(({ words }) => words),
  }),
}

const PartWordsContext = createContext<PartWords>(englishParts)

export const PartWordsProvider = PartWordsContext.Provider

export function usePartWords(): PartWords {
  return useContext(PartWordsContext)
}
