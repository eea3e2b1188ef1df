import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendarDate } from '../libraries/calendar/index.ts'
import { type House, houseOnTestDatabase } from '../server/house-on-test-database.ts'
import { a835 } from '../server/made-up-files.ts'
import { takeClearinghouseFiles } from './remittances/take-clearinghouse-files-flow.ts'
import { transactionsTaken } from './remittances/transaction-store.ts'

let house: House
beforeAll(async () => {
  house = await houseOnTestDatabase()
  house.goToDay(calendarDate('2026-04-08'))
})
afterAll(() => house?.close())

const take = () => takeClearinghouseFiles(house.operations, house.world)
const payment = (trace: string, paid: number) =>
  new TextEncoder().encode(a835({ trace, on: '2026-04-08', answers: [{ number: 'NOBODYS', charge: paid, paid }] }))

test('a file that comes again under its name with other content is kept beside the first, read, and told of', async () => {
  house.outside.clearinghouse.offer('era-1.835', payment('ONE', 9000))
  expect(await take()).toBe(1)
  expect(await take()).toBe(0)
  house.outside.clearinghouse.offer('era-1.835', payment('TWO', 125_00))
  await expect(take()).rejects.toThrow(/other content under a name that had come before.*era-1\.835/)
  const taken = await house.as((tx) => transactionsTaken(tx, house.world.operator))
  expect(taken.map(({ trace, fileName }) => [trace, fileName])).toEqual([
    ['ONE', 'era-1.835'],
    ['TWO', 'era-1.835'],
  ])
  expect(await take()).toBe(0)
})
