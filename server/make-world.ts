import type { Clock, Ids, Links, Outside, World } from '../business/world.ts'
import { fileStore } from './file-store.ts'
import { linksAt } from './links.ts'
import { mailStore } from './mail-store.ts'
import { numberStore } from './number-store.ts'

export type WorldParts = {
  clock: Clock
  ids: Ids
  zone: string
  operator: string
  outside: Outside
  witness?: (point: string) => void
  links?: Links
}

/** What the rooms are handed: the given outside, with the operator's numbers and files. */
export function makeWorld({
  clock,
  ids,
  zone,
  operator,
  outside,
  witness = () => undefined,
  links,
}: WorldParts): World {
  return {
    links: links ?? linksAt(() => 'http://localhost:4000'),
    clock,
    ids,
    zone,
    operator,
    outside,
    witness,
    numbers: numberStore(operator),
    files: fileStore(operator, ids),
    mail: mailStore(operator, { clock, ids }),
  }
}
