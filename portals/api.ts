import createClient from 'openapi-fetch'
import type { paths } from './api-schema.ts'
import type { Plain } from './contract.ts'
import { noAnswer, Trouble, troubleOf } from './trouble.ts'

/** The typed client over /api. Same origin, the session's cookie, nothing else. */
export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' })

type Outcome<Answer> = { data?: Answer; error?: unknown; response: Response }

/** Waits for the client's answer and puts the brands on; whatever is not a good one is thrown as `Trouble`. */
export async function answerOf<Answer>(request: Promise<Outcome<Plain<Answer>>>): Promise<Answer> {
  const { data, error, response } = await request.catch((caught) => {
    throw caught instanceof Trouble ? caught : noAnswer()
  })
  if (!response.ok) throw troubleOf(response.status, error)
  return data as unknown as Answer
}

/** For what the published description leaves out: sign-in, and the routes that exist in the demonstration only. */
export async function ask<Answer>(path: string, post?: { body: unknown; key?: string }): Promise<Answer> {
  const response = await fetch(path, {
    method: post ? 'POST' : 'GET',
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(post ? { 'content-type': 'application/json' } : {}),
      ...(post?.key ? { 'Idempotency-Key': post.key } : {}),
    },
    ...(post ? { body: JSON.stringify(post.body) } : {}),
  }).catch(() => {
    throw noAnswer()
  })
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) throw troubleOf(response.status, body)
  return body as Answer
}
