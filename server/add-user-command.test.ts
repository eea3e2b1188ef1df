import { spawn } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testKeys } from '../database/test-database.ts'
import { printWrappingKeys } from '../database/wrapping-keys.ts'
import { addUserCommand } from './add-user-command.ts'
import { appOnTestDatabase, testUrl } from './app-on-test-database.ts'

type House = Awaited<ReturnType<typeof appOnTestDatabase>>
let house: House
beforeAll(async () => {
  house = await appOnTestDatabase({ mode: 'production' })
})
afterAll(() => house?.close())

const partner = (name: string) => ({
  [`EVENKEEL_${name}_HOST`]: `${name.toLowerCase()}.example`,
  [`EVENKEEL_${name}_USER`]: 'operator',
  [`EVENKEEL_${name}_PASSWORD`]: 'a password',
  [`EVENKEEL_${name}_HOST_KEY`]: 'a key',
})

type Ran = { code: number | null; out: string; errors: string }

/** `evenkeel add-user` with the settings of a production server; its options as one line. */
function addUser(options: string, input = ''): Promise<Ran> {
  const { owner, portal, operations, sign_in } = house.database.urls
  const env = {
    ...process.env,
    EVENKEEL_MODE: 'production',
    EVENKEEL_URL: 'https://evenkeel.example',
    EVENKEEL_SIGN_IN_SECRET: 'a secret for tests, of more than thirty-two characters',
    EVENKEEL_KEYS: printWrappingKeys(testKeys()),
    EVENKEEL_CARDS_URL: 'https://cards.example',
    EVENKEEL_CARDS_SECRET: 'a key',
    EVENKEEL_SMTP_HOST: 'mail.example',
    EVENKEEL_SMTP_USER: 'x',
    EVENKEEL_SMTP_PASSWORD: 'x',
    EVENKEEL_SMTP_FROM: 'evenkeel@mail.example',
    DATABASE_URL: owner,
    DATABASE_URL_PORTAL: portal,
    DATABASE_URL_OPERATIONS: operations,
    DATABASE_URL_SIGN_IN: sign_in,
    ...partner('CLEARINGHOUSE'),
    ...partner('BANK'),
  }
  const program = new URL('./evenkeel.ts', import.meta.url).pathname
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, 'add-user', ...options.split(' ')], { env })
    const ran: Ran = { code: null, out: '', errors: '' }
    child.stdout.on('data', (piece) => (ran.out += piece))
    child.stderr.on('data', (piece) => (ran.errors += piece))
    child.on('close', (code) => resolve({ ...ran, code }))
    child.stdin.end(input)
  })
}

async function me(email: string, password: string) {
  const entered = await house.app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    payload: { email, password },
    headers: { origin: testUrl },
  })
  const cookie = [entered.headers['set-cookie'] ?? []].flat().map((line) => line.split(';')[0])
  return (await house.app.inject({ url: '/api/me', headers: { cookie: cookie.join('; ') } })).json()
}

const staff = '--name Robin --practice operator --role operator_staff'

test('the first person of an operator signs in with the password that was shown once, and sees the operator', async () => {
  const { code, out } = await addUser(`--email first@example.com ${staff}`)
  expect(code).toBe(0)
  const [, password = ''] = /Password, shown this once: (\S+)/.exec(out) ?? []
  expect(password.length).toBeGreaterThanOrEqual(20)
  expect(await me('first@example.com', password)).toMatchObject({
    user: { email: 'first@example.com', name: 'Robin' },
    memberships: [{ kind: 'operator', role: 'operator_staff' }],
  })
  const events = await house.database.operations.selectFrom('audit.event').selectAll().execute()
  expect(events).toMatchObject([{ practice_id: house.world.operator, action: 'write add-user' }])
})

test('a password on standard input is taken and never printed; a short one is refused', async () => {
  const { code, out } = await addUser(`--email own@example.com ${staff} --password-stdin`, 'correct horse battery\n')
  expect(code).toBe(0)
  expect(out).not.toMatch(/password|horse/i)
  expect(await me('own@example.com', 'correct horse battery')).toMatchObject({ user: { email: 'own@example.com' } })
  const short = await addUser(`--email short@example.com ${staff} --password-stdin`, 'short\n')
  expect([short.code, short.errors]).toEqual([2, expect.stringContaining('at least 12 characters')])
})

test('a login joins a further practice with the password it has, and no practice twice', async () => {
  const { practiceId } = await house.someone()
  await house.signIn.addUser({ name: 'Ada', email: 'ada@example.com', password: 'correct horse battery' })
  const joins = `--email ada@example.com --name Ada --practice ${practiceId} --role owner`
  const joined = await addUser(joins)
  expect([joined.code, joined.out]).toEqual([0, expect.stringContaining('its password is as it was')])
  expect(await me('ada@example.com', 'correct horse battery')).toMatchObject({ memberships: [{ practiceId }] })
  const again = await addUser(joins)
  expect([again.code, again.errors]).toEqual([1, expect.stringContaining('belongs to this practice already')])
})

test('nobody is added to a practice that is not there', async () => {
  const nowhere = '01967000-0000-7000-8000-000000000001'
  const { code, errors } = await addUser(`--email a@example.com --name A --practice ${nowhere} --role owner`)
  expect([code, errors]).toEqual([1, `There is no practice ${nowhere}.\n`])
})

test.each([
  ['without an address', `--email nobody ${staff}`, '--email needs an address'],
  ['without a name', '--email a@example.com --practice operator --role operator_staff', '--name is needed'],
  ['as an owner of the operator', '--email a@example.com --name A --practice operator --role owner', 'no other role'],
])('nobody is added %s', async (_, options, words) => {
  await expect(addUserCommand(options.split(' '))).rejects.toThrow(words)
})
