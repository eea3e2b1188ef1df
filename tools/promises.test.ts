import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { articles } from '../portals/public/help/articles.ts'
import { createPortalRouter } from '../portals/router.tsx'

const root = join(import.meta.dirname, '..')
const text = (file: string) => readFileSync(join(root, file), 'utf8')

type Promised = { id: string; words: string; pages: string[]; proof: string }

const promises: Promised[] = [
  ...text('docs/promises.md').matchAll(/^\| `([\w-]+)` \| (.+?) \| (.+?) \| (.+) \|$/gm),
].map(([, id = '', words = '', page = '', proof = '']) => ({
  id,
  words,
  pages: [...page.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
  proof,
}))
const waits = ({ proof }: Promised) => /^not yet: \S/.test(proof)

test('there are promises, and each has a name of its own', () => {
  expect(promises.length).toBeGreaterThan(25)
  expect(new Set(promises.map(({ id }) => id)).size).toBe(promises.length)
})

test('every promise names a page that is there', () => {
  const addresses = new Set(Object.keys(createPortalRouter(new QueryClient()).routesByPath))
  const slugs = articles.map(({ slug }) => `/help/${slug}`)
  const lost = promises.flatMap(({ id, pages }) =>
    pages.length === 0
      ? [`${id}: no page`]
      : pages.filter((page) => !addresses.has(page) && !slugs.includes(page)).map((page) => `${id}: ${page}`),
  )
  expect(lost).toEqual([])
})

test('every promise is proved by a test that exists under its title, or says that it is not kept yet', () => {
  const unproved = promises
    .filter((promise) => !waits(promise))
    .flatMap(({ id, proof }) => proof.split('<br>').map((one) => ({ id, proof: one })))
    .flatMap(({ id, proof }) => {
      const [, file = '', title = ''] = /^`([^`]+)`: (.+)$/.exec(proof) ?? []
      if (file === '' || !/\.test\.tsx?$/.test(file) || !existsSync(join(root, file)))
        return [`${id}: no test at ${proof}`]
      return [`'${title}'`, `"${title}"`, `\`${title}\``].some((quoted) => text(file).includes(quoted))
        ? []
        : [`${id}: ${file} has no test "${title}"`]
    })
  expect(unproved).toEqual([])
})

test('the help tells every promise, and no article tells another', () => {
  const told = articles.flatMap(({ keeps }) => keeps)
  const promised = promises.map(({ id }) => id)
  expect(promised.filter((id) => !told.includes(id))).toEqual([])
  expect(told.filter((id) => !promised.includes(id))).toEqual([])
})

test('an article that tells of what is not kept yet says so', () => {
  const silent = promises.filter(waits).filter(({ id }) => {
    const tellers = articles.filter(({ keeps }) => keeps.includes(id))
    return !tellers.some(({ parts }) => parts.some(({ kind }) => kind === 'not_yet'))
  })
  expect(silent.map(({ id }) => id)).toEqual([])
})
