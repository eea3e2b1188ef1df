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

// The lines of the reference that come from the three source documents, by their first words, and what promises them.
const sourceLines: readonly (readonly [begins: string, ids: readonly string[]])[] = [
  ['Platform is free', ['free-of-charge']],
  ['Platform keeps a small share', ['share-after-your-rate']],
  ['Provider rates vary', ['rates-vary']],
  ['Pay is made on schedule', ['paid-on-schedule']],
  ['A denied claim', ['denial-is-our-loss']],
  ['Worked example', ['april-8']],
  ['Contracts are often multi-year', ['contracts-run-for-years']],
  ['Rates are quoted', ['rates-before-joining', 'consultant-call']],
  ['Precondition: client physically', ['client-location-decides']],
  ['Out-of-state emergency', ['crisis-out-of-state', 'crisis-as-crisis', 'crisis-told', 'crisis-address']],
  ['To bill: licensed in AND credentialed', ['client-location-decides', 'no-other-place-matters']],
  ['Licensed but not credentialed', ['licensed-and-credentialed']],
  ['Telehealth confirmation requires', ['location-recorded', 'address-on-file']],
  ['Locations can be added', ['new-location']],
  ['Client page "Billing method"', ['guidance-per-place']],
  ['Blues, rule 1', ['blue-home-plan']],
  ['Blues, rule 2', ['bluecard']],
  ['Blues, rule 3', ['virtual-network', 'virtual-network-nobody-else']],
  ['Move: need licence', ['move-for-good', 'vacation', 'boards-decide', 'travel-and-commute']],
  ['New group, or solo becoming a group', ['new-group-by-form', 'add-clinicians']],
  ['Non-clinician admin', ['admin-without-clinical-role']],
  ['Archive provider', ['archive-a-clinician']],
  ['Full removal', ['removal-after-last-payout']],
  ['Client transfer inside a group', ['transfer-by-email']],
  ['What the operator negotiates with', ['what-plans-want', 'contracts-run-for-years']],
  ['Where the operator', ['where-the-share-goes']],
  ['A practice can ask for a call', ['consultant-call']],
  ['Credentialing is free', ['credentialing-is-ours', 'support-and-articles']],
  ['The operator', ['share-by-contract']],
  ['An address on file', ['address-on-file']],
  ['Clinicians opt in', ['virtual-opt-in', 'boards-decide']],
  ['A client who moves for good', ['move-for-good']],
  ['Administrator without clinical role', ['admin-without-clinical-role', 'transfer-by-email']],
]

test('each line of the sources is promised under an id that is there', () => {
  const promised = new Set(promises.map(({ id }) => id))
  expect(sourceLines.flatMap(([, ids]) => ids.filter((id) => !promised.has(id)))).toEqual([])
})

const reference = join(root, '../shared/reference/headway.md')

test.runIf(existsSync(reference))(
  'no line of the sources is without a promise, and none is promised that they do not have',
  () => {
    const lines = readFileSync(reference, 'utf8')
      .split('\n')
      .flatMap((line) => /^- \[S[^\]]*\] (.+)$/.exec(line)?.[1] ?? [])
    expect(lines.length).toBeGreaterThan(25)
    const begun = (begins: string) => lines.filter((line) => line.startsWith(begins))
    expect(lines.filter((line) => !sourceLines.some(([begins]) => line.startsWith(begins)))).toEqual([])
    expect(sourceLines.filter(([begins]) => begun(begins).length !== 1).map(([begins]) => begins)).toEqual([])
  },
)
