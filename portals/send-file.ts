import { noAnswer, troubleOf } from './trouble.ts'

/** Sends one file as a form does; whatever is not a good answer is thrown as `Trouble`. */
export async function sendFile<Answer>(path: string, file: File | null, key: string): Promise<Answer> {
  const body = new FormData()
  if (file !== null) body.append('file', file)
  const headers = { accept: 'application/json', 'Idempotency-Key': key }
  const response = await fetch(path, { method: 'POST', credentials: 'same-origin', headers, body }).catch(() => {
    throw noAnswer()
  })
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok) throw troubleOf(response.status, answer)
  return answer as Answer
}
