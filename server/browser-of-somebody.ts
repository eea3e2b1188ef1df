import type { Api } from '../business/routes.ts'
import { testUrl } from './app-on-test-database.ts'

let browsers = 0

/** For tests: somebody's browser, which keeps its cookies; each from an address of its own, where nobody else tries. */
export function browserOfSomebody({ app }: { app: Api }, cookie = '') {
  browsers += 1
  const remoteAddress = `198.51.${100 + Math.floor(browsers / 250)}.${(browsers % 250) + 1}`
  const cookies = new Map(
    cookie
      .split('; ')
      .filter((pair) => pair !== '')
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  )
  const keep = (lines: string | string[] | undefined) => {
    for (const line of [lines ?? []].flat()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (/max-age=0/i.test(line)) cookies.delete(pair.slice(0, at))
      else cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }
  const headers = () => ({
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    origin: testUrl,
    'idempotency-key': crypto.randomUUID(),
  })
  return {
    cookies,
    async get(url: string) {
      return app.inject({ url, headers: headers(), remoteAddress })
    },
    async post(url: string, payload: object = {}) {
      const answer = await app.inject({ method: 'POST', url, payload, headers: headers(), remoteAddress })
      keep(answer.headers['set-cookie'])
      return answer
    },
  }
}

export type Browser = ReturnType<typeof browserOfSomebody>
