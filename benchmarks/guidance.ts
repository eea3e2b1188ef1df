import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { decideBillingRoute } from '../business/coverage/decide-billing-route.ts'
import { factsOf } from '../business/coverage/facts-of.ts'
import { openDemonstration } from '../tools/open-demonstration.ts'
import { measureRulesEngine } from './rules-engine.ts'

// `npm run bench -- guidance [--json] [--count N]`: the guidance of a client with twelve places, asked of the real server over
// HTTP with its database, one request after the other; and the same twelve decisions alone, ours and a rules engine's.

const mostMs = 50
const places = 12
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, count: { type: 'string', default: '300' } },
})
const count = Number(values.count)

// In each state another answer: a county that matters, one that a road divides, several Blues, none.
const elsewhere = [
  ['Boston', 'MA', '02115'],
  ['Austin', 'TX', '78701'],
  ['Los Angeles', 'CA', '90012'],
  ['Fairfax', 'VA', '22030'],
  ['Philadelphia', 'PA', '19103'],
  ['Kansas City', 'MO', '64106'],
  ['Spokane', 'WA', '99201'],
  ['Marietta', 'OH', '45750'],
  ['Boise', 'ID', '83702'],
  ['Miami', 'FL', '33130'],
  ['Raleigh', 'NC', '27601'],
  ['Newark', 'NJ', '07102'],
  ['Phoenix', 'AZ', '85004'],
  ['Denver', 'CO', '80202'],
  ['Chicago', 'IL', '60602'],
  ['Atlanta', 'GA', '30303'],
] as const

type Client = { personId: string; places: unknown[] }

const demonstration = await openDemonstration()
try {
  const api = await enter(demonstration.url, /Maya Lindqvist/)
  const { memberships } = await api.get<{ memberships: { practiceId: string }[] }>('/api/me')
  const practice = `/api/practices/${memberships[0]?.practiceId}`
  const [client] = await api.get<{ personId: string }[]>(`${practice}/clients`)
  const page = `${practice}/clients/${client?.personId}`
  await addPlaces(page)
  await measure(`${page}/billing-method`, 50)
  const guidance = await measure(`${page}/billing-method`, count)
  const record = await measure(page, count)
  const found = {
    isWithin: guidance.median <= mostMs,
    places,
    limitMs: mostMs,
    guidance,
    record,
    alone: await decideAlone(),
    load: loadavg()[0] ?? 0,
  }
  if (values.json) console.log(JSON.stringify(found))
  else describe(found)
  process.exitCode = found.isWithin ? 0 : 1

  async function addPlaces(of: string): Promise<void> {
    const known = (await api.get<Client>(`${of}/billing-method`)).places.length
    for (const [city, state, zip] of elsewhere.slice(0, places - known)) {
      const address = { label: city, street: '100 Example Street', city, state, zip }
      await api.post(`${of}/locations`, { ...address, from: '2026-01-01', lastDay: null })
    }
    const now = (await api.get<Client>(`${of}/billing-method`)).places.length
    if (now !== places) throw new Error(`${now} places instead of ${places}`)
  }

  async function measure(path: string, times: number) {
    const milliseconds: number[] = []
    for (let time = 0; time < times; time += 1) {
      const begun = performance.now()
      await api.get(path)
      milliseconds.push(performance.now() - begun)
    }
    milliseconds.sort((one, other) => one - other)
    const at = (share: number) => Number((milliseconds[Math.floor(share * (times - 1))] ?? 0).toFixed(1))
    return { median: at(0.5), p95: at(0.95), slowest: at(1) }
  }
} finally {
  await demonstration.close()
}

/** Signs in by the card of a persona, as a newcomer does. */
async function enter(url: string, name: RegExp) {
  const personas = (await (await fetch(`${url}/api/demonstration/personas`)).json()) as { id: string; name: string }[]
  const persona = personas.find((one) => name.test(one.name))
  const headers = () => ({ origin: url, 'idempotency-key': crypto.randomUUID() })
  const entered = await fetch(`${url}/api/demonstration/personas/${persona?.id}/sign-in`, {
    method: 'POST',
    headers: headers(),
  })
  const cookie = entered.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const answer = async <T>(response: Response): Promise<T> => {
    if (!response.ok) throw new Error(`${response.url}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }
  return {
    get: async <T>(path: string) => answer<T>(await fetch(`${url}${path}`, { headers: { cookie } })),
    post: async <T>(path: string, body: object) =>
      answer<T>(
        await fetch(`${url}${path}`, {
          method: 'POST',
          headers: { ...headers(), cookie, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ),
  }
}

/** Milliseconds for twelve decisions with their traces, ours and json-rules-engine's first five rules. */
async function decideAlone() {
  const facts = elsewhere.slice(0, places).map(([city, state]) =>
    factsOf(city, {
      client: state,
      plan: 'bcbs-nc BlueCard',
      licensed: 'NC; TX; CA',
      credentialed: 'bcbs-nc NC; bcbs-tx TX',
    }),
  )
  const times = 2_000
  for (let time = 0; time < times; time += 1) for (const one of facts) decideBillingRoute(one, { trace: true })
  const begun = performance.now()
  for (let time = 0; time < times; time += 1) for (const one of facts) decideBillingRoute(one, { trace: true })
  const ours = (performance.now() - begun) / times
  const many = Array.from({ length: 100 }, () => facts).flat()
  const { perSecond } = await measureRulesEngine(many)
  return { oursMs: Number(ours.toFixed(4)), rulesEngineMs: Number(((1000 * places) / perSecond).toFixed(4)) }
}

function describe({ guidance, record, alone, load }: Found): void {
  console.log(`a client with ${places} places, ${count} requests one after the other, load ${load.toFixed(1)}`)
  console.table({ 'the guidance of every place': guidance, 'the client’s record, on the same page': record })
  console.log(`limit of the guidance: ${mostMs} ms, median`)
  console.log(
    `the ${places} decisions alone: ours with traces ${alone.oursMs} ms; json-rules-engine, the first five rules only, ${alone.rulesEngineMs} ms`,
  )
}

type Measured = { median: number; p95: number; slowest: number }
type Found = {
  guidance: Measured
  record: Measured
  alone: Awaited<ReturnType<typeof decideAlone>>
  load: number
}
