/**
 * A session may end while somebody works. Whoever is told so by the server asks here; the dialog that the page frame holds
 * lets the same person in again without leaving the page, so that nothing typed is lost. False: they would rather not.
 */

type Answer = (isIn: boolean) => void

let waiting: Answer[] = []
const listeners = new Set<() => void>()

export function askToSignIn(): Promise<boolean> {
  // Where no dialog stands (the public pages), nobody is asked.
  if (listeners.size === 0) return Promise.resolve(false)
  return new Promise((resolve) => {
    waiting = [...waiting, resolve]
    tell()
  })
}

export function answerSignIn(isIn: boolean): void {
  const answered = waiting
  waiting = []
  for (const answer of answered) answer(isIn)
  tell()
}

export function listenForSignIn(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function isAskedToSignIn(): boolean {
  return waiting.length > 0
}

function tell(): void {
  for (const listener of listeners) listener()
}
