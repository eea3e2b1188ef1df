import { randomBytes } from 'node:crypto'
import { type Api, Refusal } from '../business/routes.ts'

declare module 'fastify' {
  interface FastifyReply {
    /** New for every response; styles that carry it are let in by the policy. */
    cspNonce: string
  }
}

/** A strict content-security-policy and its companions on every response. */
export function protectResponses(app: Api, { https }: { https: boolean }): void {
  app.decorateReply('cspNonce', '')
  app.addHook('onRequest', async (request, reply) => {
    reply.cspNonce = randomBytes(18).toString('base64')
    const isDocs = request.url.startsWith('/api/docs')
    reply.headers({
      'content-security-policy': policy(reply.cspNonce, { https, isDocs }),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'x-frame-options': 'DENY',
      ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
      ...(request.url.startsWith('/api/') ? { 'cache-control': 'no-store' } : {}),
    })
  })
}

/**
 * Refuses what another site's page makes a browser send. Browsers name the origin of every request that changes
 * something; other programs send none, and hold no one's cookies.
 */
export function refuseOtherOrigins(app: Api, origins: () => readonly string[]): void {
  app.addHook('onRequest', async (request) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return
    const { origin, 'sec-fetch-site': site } = request.headers
    const isOther = origin === undefined ? site !== undefined && site !== 'same-origin' : !origins().includes(origin)
    if (isOther) {
      throw new Refusal({
        status: 403,
        code: 'other_origin',
        detail: 'This request came from a page of another site, so nothing was done.',
      })
    }
  })
}

function policy(nonce: string, { https, isDocs }: { https: boolean; isDocs: boolean }): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    "script-src-attr 'none'",
    `style-src 'self' 'nonce-${nonce}'`,
    // The browsable page of the API draws its icons from data addresses; the portals need none.
    isDocs ? "img-src 'self' data:" : "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}
