/** A problem document of the server (RFC 9457), with the reasons that it names. */
export type Problem = {
  type?: string
  title: string
  status: number
  detail?: string
  code: string
  because?: { code: string; field?: string | null; words: string }[]
}

/**
 * What a page catches when a request had no good end. `unanswered` when nobody knows what the server did: the deed is
 * then tried again under the same key; a problem document is a definite no.
 */
export class Trouble extends Error {
  readonly problem: Problem
  readonly unanswered: boolean
  constructor(problem: Problem, unanswered: boolean) {
    super(problem.title)
    this.name = 'Trouble'
    this.problem = problem
    this.unanswered = unanswered
  }
}

/** Reads whatever a failed answer carried; a text that is no problem document still becomes one. */
export function troubleOf(status: number, body: unknown): Trouble {
  if (isProblem(body)) return new Trouble(body, status >= 500)
  return new Trouble(
    { title: 'The server could not do this', status, code: 'unreadable_answer', detail: `It answered with ${status}.` },
    status >= 500,
  )
}

export function noAnswer(): Trouble {
  return new Trouble(
    {
      title: 'The server did not answer',
      status: 0,
      code: 'no_answer',
      detail: 'The connection was lost, or the server is being started again.',
    },
    true,
  )
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'title' in body && 'code' in body
}
