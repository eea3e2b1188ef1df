import { randomBytes } from 'node:crypto'
import type { Links } from '../business/world.ts'

/** Links to our own pages, and secrets of 256 bits to stand behind their #. */
export function linksAt(url: () => string): Links {
  return { secret: () => randomBytes(32).toString('base64url'), to: (path) => `${url()}${path}` }
}
