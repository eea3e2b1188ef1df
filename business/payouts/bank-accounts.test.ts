import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAchFile } from '../../libraries/ach/index.ts'
import { calendarDate } from '../../libraries/calendar/index.ts'
import { appWithStory, type Requests, type StoryHouse } from '../../server/app-with-story.ts'
import { aBank } from '../../server/made-up-bank.ts'
import { groupPractice, soloPractice } from '../../server/story-network.ts'

const path = `/api/practices/${soloPractice.id}/bank-accounts`
const account = {
  holder: 'business',
  holderName: 'JUNIPER COUNSELING LCSW PLLC',
  kind: 'checking',
  routing: '123456780',
  account: '1001550999',
}

let house: StoryHouse
let bank: ReturnType<typeof aBank>
let maya: Requests

beforeAll(async () => {
  house = await appWithStory()
  bank = aBank(house)
  maya = await house.login(soloPractice.members[0]?.userId ?? '')
})
afterAll(() => house?.close())

async function day(on: string): Promise<void> {
  house.goToDay(calendarDate(on), '18:00')
  await house.doWhatIsDue()
  house.goToDay(calendarDate(on), '23:30')
  bank.closeDay()
  await house.doWhatIsDue()
}

const accounts = async () => (await maya.get(path)).json()

test('an account is shown by its last four digits, and never with more of its number', async () => {
  const answer = await maya.get(path)
  expect(answer.json()).toMatchObject({ hold: null, accounts: [{ accountEnds: '0021', state: 'in_use' }] })
  expect(answer.body).not.toContain('1001550021')
})

test('what is no bank account is refused field by field, and pay goes where it went', async () => {
  const answer = await maya.post(path, { ...account, routing: '123456789', account: '12' })
  expect(answer.statusCode).toBe(422)
  expect(answer.json().because.map(({ field }: { field: string }) => field)).toEqual(['routing', 'account'])
  expect((await accounts()).accounts).toHaveLength(1)
})

test('a new account is tested by a few cents with a code, pay waits 48 hours, and the code makes it payable', async () => {
  house.goToDay(calendarDate('2026-04-08'), '18:00')
  const { id } = (await maya.post(path, account)).json()
  expect(await accounts()).toMatchObject({
    hold: expect.stringContaining('Verify your bank account'),
    accounts: [{ id, state: 'waiting', testDeposit: null, triesLeft: 3 }, { state: 'former' }],
  })
  const early = await maya.post(`${path}/${id}/verifications`, { code: 'ABC' })
  expect([early.statusCode, early.json().code]).toEqual([409, 'nothing_to_verify'])

  await day('2026-04-09')
  expect((await accounts()).accounts[0].testDeposit).toEqual({ settlesOn: '2026-04-10', isThere: false })
  await day('2026-04-10')
  expect((await accounts()).accounts[0].testDeposit).toEqual({ settlesOn: '2026-04-10', isThere: true })

  const files = await house.as((tx) => house.world.files.all(tx))
  const sent = files.find(({ direction, partner }) => direction === 'out' && partner === 'bank')
  const { file } = readAchFile(new TextDecoder().decode(sent?.bytes))
  const [entry] = file?.batches[0]?.entries ?? []
  expect(file?.batches[0]?.entryDescription).toBe('ACCTVERIFY')
  expect(entry).toMatchObject({ account: '1001550999', individualId: expect.stringMatching(/^[A-Z]{3}$/) })

  const wrong = await maya.post(`${path}/${id}/verifications`, { code: 'QQQ' })
  expect(wrong.json()).toMatchObject({ outcome: 'wrong', left: 2 })
  const right = await maya.post(`${path}/${id}/verifications`, { code: entry?.individualId.toLowerCase() ?? '' })
  expect(right.json()).toMatchObject({ outcome: 'verified' })
  expect(await accounts()).toMatchObject({
    hold: null,
    accounts: [{ id, state: 'in_use', accountEnds: '0999' }, { state: 'former' }],
  })
})

test('the cents given away are the operator’s cost, and the books agree with the bank', async () => {
  const costs = await house.operations
    .selectFrom('ledger.posting as posting')
    .innerJoin('ledger.transfer as transfer', (join) =>
      join.onRef('transfer.practice_id', '=', 'posting.practice_id').onRef('transfer.posting_id', '=', 'posting.id'),
    )
    .select(['transfer.debit', 'transfer.cents'])
    .where('posting.kind', '=', 'account_tested')
    .execute()
  const deposits = await house.operations.selectFrom('payouts.test_deposit').select('cents').execute()
  expect(costs).toEqual([{ debit: 'operating_costs', cents: deposits[0]?.cents }])
  expect((await house.verify()).faults).toEqual([])
})

test('three wrong codes refuse the account, and another one is asked for', async () => {
  house.goToDay(calendarDate('2026-04-20'), '18:00')
  const { id } = (await maya.post(path, { ...account, account: '1001550888' })).json()
  await day('2026-04-21')
  await day('2026-04-22')
  const outcomes: string[] = []
  for (const code of ['QQQ', 'QQQ', 'QQQ']) {
    outcomes.push((await maya.post(`${path}/${id}/verifications`, { code })).json().outcome)
  }
  expect(outcomes).toEqual(['wrong', 'wrong', 'refused'])
  expect(await accounts()).toMatchObject({
    hold: expect.stringContaining('Add another one'),
    accounts: [{ id, state: 'refused', because: 'three wrong codes' }, {}, {}],
  })
})

test('only an owner changes where pay goes, and only who has just signed in', async () => {
  const theirs = `/api/practices/${groupPractice.id}/bank-accounts`
  const sam = await house.login(groupPractice.members[2]?.userId ?? '')
  expect((await sam.get(theirs)).statusCode).toBe(200)
  expect((await sam.post(theirs, account)).json().code).toBe('role_not_allowed')
  const theo = await house.login(groupPractice.members[1]?.userId ?? '')
  expect((await theo.get(theirs)).json().code).toBe('role_not_allowed')

  const owner = groupPractice.members[0]?.userId ?? ''
  const ines = await house.login(owner)
  await house.database.owner
    .updateTable('sign_in.session' as 'house.clock')
    .set({ createdAt: new Date(Date.now() - 16 * 60_000) } as never)
    .where('userId' as never, '=', owner as never)
    .execute()
  const late = await ines.post(theirs, account)
  expect([late.statusCode, late.json().code]).toEqual([403, 'sign_in_again'])
  const again = await house.login(owner)
  expect((await again.post(theirs, account)).statusCode).toBe(201)
})
