import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { exportedValues, wordsOfUnions } from './exported-words.ts'
import rooms from './rooms.json' with { type: 'json' }

// Rules of STYLE.md that neither the compiler nor the linter can check. Each test answers the places that break its rule.
const root = join(import.meta.dirname, '..')
const folders = '{business,libraries,database,server,portals,simulation,benchmarks,tools}'
const ours = (pattern: string) =>
  globSync(pattern, { cwd: root, exclude: (name) => name === 'node_modules' || name === 'dist' }).sort()
const text = (file: string) => readFileSync(join(root, file), 'utf8')

const sources = ours(`${folders}/**/*.{ts,tsx}`).filter((file) => !/\/(?:api-)?schema\.ts$/.test(file))
const isTest = (file: string) => /\.test\.tsx?$/.test(file)
const product = sources.filter((file) => !isTest(file))
const business = product.filter((file) => file.startsWith('business/'))
const migrations = ours('database/migrations/*.sql')
const documents = [...ours('*.md'), ...ours('docs/**/*.md'), ...ours(`${folders}/**/*.md`)]

const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '')
const withoutSqlComments = (sql: string) => sql.replace(/--.*$/gm, '')

/** Every place in the files where the pattern stands, as `file:line: what`. */
function places(files: string[], pattern: RegExp, readable: (content: string) => string = (content) => content) {
  return files.flatMap((file) =>
    readable(text(file))
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])),
  )
}

test('a store touches only the tables of its own room', () => {
  const ofOthers = ours('business/**/*-store.ts').flatMap((file) => {
    const own = file.endsWith('-report-store.ts') ? 'reports' : file.split('/')[1]
    return tablesNamed(text(file))
      .filter(([schema]) => schema !== own)
      .map((table) => `${file}: ${table.join('.')}`)
  })
  expect(ofOthers).toEqual([])
})

test('in business, SQL stands in stores only', () => {
  const elsewhere = business.filter((file) => !file.endsWith('-store.ts') && tablesNamed(text(file)).length > 0)
  expect(elsewhere).toEqual([])
})

function tablesNamed(source: string): [schema: string, table: string][] {
  const schemas = [...rooms, 'house', 'audit', 'reports', 'sign_in', 'graphile_worker'].join('|')
  const built = source.matchAll(/(?:From|Into|Table|Join|Using)\(\s*\[?\s*'(\w+)\.(\w+)/g)
  const written = source.matchAll(new RegExp(`\\b(?:from|into|update|join|using)\\s+(${schemas})\\.(\\w+)`, 'gi'))
  return [...built, ...written].map(([, schema = '', table = '']) => [schema, table])
}

test('migrations are numbered from one without a gap, and named for their purpose', () => {
  expect(migrations.map((file) => basename(file).slice(0, 4))).toEqual(
    migrations.map((_, n) => String(n + 1).padStart(4, '0')),
  )
  expect(migrations.filter((file) => !/^\d{4}(?:-[a-z0-9]+)+\.sql$/.test(basename(file)))).toEqual([])
})

test('decisions are numbered from one without a gap', () => {
  const decisions = ours('docs/decisions/*.md').map((file) => basename(file))
  expect(decisions.map((name) => name.slice(0, 4))).toEqual(decisions.map((_, n) => String(n + 1).padStart(4, '0')))
})

test('no SQL of ours asks the database for the time', () => {
  const time =
    /(?<![.\w])(?:now\(\)|current_date|current_timestamp|current_time|localtime\w*|clock_timestamp|statement_timestamp|transaction_timestamp)/i
  // The tables of sign-in are its library's own, and live on the machine's time.
  const ofOurs = migrations.filter((file) => !file.endsWith('-sign-in.sql'))
  expect(places(ofOurs, time, withoutSqlComments)).toEqual([])
  // The catalogue's rules name the words in order to find them.
  const rules = 'database/distribution-rules.ts'
  const withSql = product.filter(
    (file) => file.endsWith('-store.ts') || (file.startsWith('database/') && file !== rules),
  )
  expect(places(withSql, time, withoutComments)).toEqual([])
})

test('neither business nor libraries read the clock, chance or the environment', () => {
  const impure =
    /\bDate\.now\b|new Date\(\)|Math\.random|process\.env|performance\.now|random(?:UUID|Bytes|Int)\b|getRandomValues|setInterval\(|Temporal\.Now/
  const libraries = product.filter((file) => file.startsWith('libraries/') && !/\/(?:fuzz|bench)/.test(file))
  expect(places([...business, ...libraries], impure, withoutComments)).toEqual([])
})

test('nothing is put off, silenced, mocked or left out', () => {
  const words = [
    'TO' + 'DO',
    'FIX' + 'ME',
    'vi\\.mo' + 'ck',
    '@ts-ig' + 'nore',
    '@ts-no' + 'check',
    '@ts-expect-' + 'error',
  ]
  expect(places(sources, new RegExp(`(?:${words.join('|')})\\b`))).toEqual([])
  expect(places(sources.filter(isTest), /\b(?:test|it|describe)\.(?:only|todo|skip)\(|\bdescribe\(/)).toEqual([])
})

test('files are named for what they do, not for how programs are made', () => {
  const technique =
    /^(?:types|constants)$|(?:^|-)(?:helpers?|utils?|utilities|shared|common|managers?|services?|misc|lib|core)$/
  const name = (file: string) => basename(file).replace(/(?:\.test)?\.[a-z]+$/, '')
  const ofTheTrade = ['place-of-service']
  const parts = (file: string) => [name(file), ...dirname(file).split('/')].filter((part) => !ofTheTrade.includes(part))
  expect(sources.filter((file) => parts(file).some((part) => technique.test(part)))).toEqual([])
})

test('a rule that exports one thing has its name', () => {
  const rules = business.filter(
    (file) => file.split('/').length === 3 && !/-(?:store|flow|routes|jobs)\.ts$|index\.ts$/.test(file),
  )
  const camel = (file: string) => basename(file, '.ts').replace(/-(\w)/g, (_, letter) => letter.toUpperCase())
  const misnamed = rules.filter((file) => {
    const values = exportedValues(text(file))
    return values.length === 1 && values[0] !== camel(file)
  })
  expect(misnamed).toEqual([])
})

test('a file holds one idea: at most 300 lines', () => {
  const isData = (file: string) => file.includes('/data/')
  const long = product
    .filter((file) => !isData(file))
    .map((file) => ({ file, lines: text(file).split('\n').length - 1 }))
  expect(long.filter(({ lines }) => lines > 300)).toEqual([])
})

test('functions are held to 70 lines by the linter', () => {
  const rule = JSON.parse(text('biome.json')).linter.rules.complexity.noExcessiveLinesPerFunction
  expect(rule).toEqual({ level: 'error', options: { maxLines: 70, skipBlankLines: false } })
})

const roomFolders = readdirSync(join(root, 'business'), { withFileTypes: true }).filter((entry) => entry.isDirectory())

test('business is a list of rooms, each known to the order of rooms', () => {
  expect(roomFolders.map(({ name }) => name).filter((name) => !rooms.includes(name))).toEqual([])
})

test.each(roomFolders.map(({ name }) => name))('the README of %s opens with the question the room answers', (room) => {
  const readme = join('business', room, 'README.md')
  expect(existsSync(join(root, readme))).toBe(true)
  expect(text(readme).split('\n')[0]).toMatch(/^# .+\?$/)
})

test('a door is a short list of names', () => {
  const long = ours('business/*/index.ts').filter(
    (file) => (withoutComments(text(file)).match(/^\s*(?:type )?\w+,$/gm) ?? []).length > 20,
  )
  expect(long).toEqual([])
})

const glossary = existsSync(join(root, 'GLOSSARY.md')) ? text('GLOSSARY.md') : ''
const inGlossary = (word: string) => glossary.includes(`\`${word}\``)

test('every table is in the glossary', () => {
  const sql = existsSync(join(root, 'database/schema.sql'))
    ? text('database/schema.sql')
    : migrations.map(text).join('\n')
  const tables = [...withoutSqlComments(sql).matchAll(/create table (?:if not exists )?"?(\w+)"?\."?(\w+)"?/gi)]
  const names = tables
    .map(([, schema, table]) => `${schema}.${table}`)
    .filter((name) => !name.startsWith('graphile_worker.'))
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter((name) => !inGlossary(name))).toEqual([])
})

test('every member of a union that a room shows is in the glossary', () => {
  const words = business.flatMap((file) => wordsOfUnions(text(file)).map(({ union, word }) => ({ file, union, word })))
  expect(
    words.filter(({ word }) => !inGlossary(word)).map(({ file, union, word }) => `${file} ${union}: ${word}`),
  ).toEqual([])
})

test('every word that a table admits is in the glossary', () => {
  const sql = migrations.filter((file) => !file.endsWith('-sign-in.sql')).map((file) => withoutSqlComments(text(file)))
  const lists = [...sql.join('\n').matchAll(/check \(\w+ in\s*\(([^)]*)\)/g)].map(([, list = '']) => list)
  const words = lists.flatMap((list) => [...list.matchAll(/'([^']+)'/g)].map(([, word = '']) => word))
  expect(words.filter((word) => !inGlossary(word))).toEqual([])
})

test('every code that a refusal of ours carries is in the glossary', () => {
  const codes = [...business, ...product.filter((file) => file.startsWith('server/'))].flatMap((file) =>
    [...text(file).matchAll(/(?:\bcode: |\bproblem\(\d+, )'([a-z]+(?:_[a-z]+)+)'/g)].map(([, code = '']) => ({
      file,
      code,
    })),
  )
  expect(codes.filter(({ code }) => !inGlossary(code)).map(({ file, code }) => `${file}: ${code}`)).toEqual([])
})

test('every setting is explained to whoever operates it', () => {
  const settings = existsSync(join(root, 'server/settings.ts')) ? text('server/settings.ts') : ''
  const names = new Set(settings.match(/\b(?:EVENKEEL|DATABASE)_[A-Z_]*[A-Z]\b|\bPORT\b/g))
  const explained = text('docs/operate.md')
  expect([...names].filter((name) => !explained.includes(`\`${name}\``))).toEqual([])
})

test('ARCHITECTURE.md can be read in one sitting', () => {
  expect(text('ARCHITECTURE.md').split('\n').length).toBeLessThanOrEqual(200)
})

test('no file names a place on somebody’s machine', () => {
  const files = [
    ...sources,
    ...documents,
    ...migrations,
    ...ours('*.{json,cjs,ts}'),
    ...ours('Dockerfile'),
    ...ours('tools/*.mjs'),
  ]
  const place = /(?:^|[\s'"(`=])(?:\/(?:home|mnt|root|Users|work|workspace)\/|[A-Z]:\\)/
  expect(
    places(
      files.filter((file) => file !== 'package-lock.json'),
      place,
    ),
  ).toEqual([])
})

test('links between our documents lead somewhere', () => {
  const broken = documents.flatMap((file) =>
    [...text(file).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !existsSync(join(root, dirname(file), target)))
      .map((target) => `${file}: ${target}`),
  )
  expect(broken).toEqual([])
})
