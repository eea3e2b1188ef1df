import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { Api } from '../business/routes.ts'
import { notFound, problem, sendProblem } from './problem-documents.ts'

const noncePlace = '__CSP_NONCE__'

/**
 * Serves the built portals. An address that is no file is a page: it gets the front door it stands behind (/client,
 * /practice, /operations, else the public one), with this response's nonce written into its meta tag.
 */
export async function servePortals(app: Api, folder: string): Promise<void> {
  const files = new Set(
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && !/\.(gz|br)$/.test(entry.name))
          .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      : [],
  )
  const pages = new Map(
    [...files].filter((file) => file.endsWith('.html')).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  )
  if (existsSync(folder)) await app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true })

  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const path = decodedPath(request.url)
    if (path === null || path.startsWith('/api/')) return notFound(request, reply)
    const file = path.slice(1)
    if (files.has(file) && !pages.has(file)) {
      const isNamedByContent = file.startsWith('assets/')
      return reply.sendFile(file, { maxAge: isNamedByContent ? '365d' : 0, immutable: isNamedByContent })
    }
    if (/\.[^/]*$/.test(path) && !pages.has(file)) return notFound(request, reply)
    const [door = ''] = file.split('/')
    const page = pages.get(`${door}/index.html`) ?? pages.get('index.html')
    if (page === undefined) return sendProblem(reply, notBuilt)
    return reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll(noncePlace, reply.cspNonce))
  })
}

const notBuilt = problem(503, 'portals_not_built', 'The pages of the portals have not been built.')

function decodedPath(url: string): string | null {
  try {
    return decodeURIComponent(url.split('?')[0] ?? '/')
  } catch {
    return null
  }
}
