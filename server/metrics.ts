import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Api } from '../business/routes.ts'

export const metrics = new Registry()
collectDefaultMetrics({ register: metrics })

// Labels are names of routes and deeds from our own code: never an id, a name or an address.
const requests = new Histogram({
  name: 'evenkeel_http_request_seconds',
  help: 'How long requests took, by route and status.',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [metrics],
})
const deeds = new Counter({
  name: 'evenkeel_deeds_total',
  help: 'How many things each deed of the tick did.',
  labelNames: ['deed'],
  registers: [metrics],
})
const troubles = new Counter({
  name: 'evenkeel_deed_troubles_total',
  help: 'How often a deed of the tick failed.',
  labelNames: ['deed'],
  registers: [metrics],
})

export function countDeed(deed: string, times: number): void {
  deeds.inc({ deed }, times)
}

export function countTrouble(deed: string): void {
  troubles.inc({ deed })
}

/** Measures every request, and answers GET /metrics to programs on this machine; a proxy's visitors get nothing. */
export function measureRequests(app: Api): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined) {
      return reply.callNotFound()
    }
    return reply.type(metrics.contentType).send(await metrics.metrics())
  })
}
