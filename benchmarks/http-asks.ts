import { type Agent, request } from 'node:http'

/** Somebody with a session. */
export type Asker = { cookie: string }
type Answer = { status: number; ms: number; text: string }

/** One request and how long it took until its last byte; a broken connection answers with status 0. */
export function ask(port: number, agent: Agent, user: Asker, path: string, body?: object): Promise<Answer> {
  const begun = performance.now()
  const text = body === undefined ? undefined : JSON.stringify(body)
  const headers = {
    cookie: user.cookie,
    ...(text === undefined
      ? {}
      : {
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
          'content-length': Buffer.byteLength(text),
        }),
  }
  return new Promise((resolve) => {
    const failed = (error: Error) => resolve({ status: 0, ms: performance.now() - begun, text: error.message })
    const asked = request(
      { host: '127.0.0.1', port, path, agent, method: text === undefined ? 'GET' : 'POST', headers },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part) => parts.push(part))
        answer.on('error', failed)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            ms: performance.now() - begun,
            text: Buffer.concat(parts).toString(),
          }),
        )
      },
    )
    asked.on('error', failed)
    asked.end(text)
  })
}

/** The value below which a share of the list lies. */
export function at(list: readonly number[], share: number): number {
  const sorted = list.toSorted((a, b) => a - b)
  return Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1))
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
