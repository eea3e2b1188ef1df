import { beforeEach, expect, test } from 'vitest'
import type { Outside } from '../business/world.ts'
import { addHours, type Instant, instant } from '../libraries/calendar/index.ts'
import { OutsideOnTheWay } from './outside-on-the-way.ts'
import { outsideThatIsAway } from './outside-that-is-away.ts'
import { Rests } from './rests.ts'

const zone = 'America/New_York'
const noon = instant('2026-04-09T16:00:00Z')
const at = (hours: number) => addHours(noon, hours)

let told: string[]
let asked: string[]
let due: Instant | null
let rests: Rests
let others: OutsideOnTheWay
let partners: Outside
beforeEach(() => {
  told = []
  asked = []
  due = at(6)
  rests = new Rests(zone)
  const bank = {
    name: 'bank',
    brings: ['bank' as const],
    nextDueAt: async () => {
      asked.push('nextDueAt')
      return due
    },
    tell: async (now: Instant) => {
      told.push(now)
      const did = due !== null && due <= now ? 1 : 0
      if (did === 1) due = null
      return { did, nextDueAt: due }
    },
  }
  others = new OutsideOnTheWay({ doors: [bank], rests, zone, witness: () => undefined })
  const listing = { ...outsideThatIsAway.bank, list: async () => [told.at(-1) ?? ''], put: async () => undefined }
  partners = others.partners({ ...outsideThatIsAway, bank: listing })
})

test('who has nothing due and was brought nothing is not told of every moment, nor asked when their next one is', async () => {
  expect(await others.dues()).toEqual([at(6)])
  await others.tell(noon)
  expect([await others.tell(at(1)), await others.tell(at(2))]).toEqual([0, 0])
  expect(await others.dues()).toEqual([at(6)])
  expect([told, asked]).toEqual([[noon], ['nextDueAt']])
})

test('they are told at the moment at which something is due there, and at the first of a new day', async () => {
  await others.tell(noon)
  await others.tell(at(1))
  expect(await others.tell(at(6))).toBe(1)
  // Somebody did something: whoever else is outside hears of it at once.
  await others.tell(at(6))
  await others.tell(at(7))
  await others.tell(at(13))
  expect(told).toEqual([noon, at(6), at(6), at(13)])
})

test('they are told after something was brought to them, and asked when their next moment is', async () => {
  await others.tell(noon)
  await partners.bank.put('in', 'payday.ach', new Uint8Array())
  due = at(2)
  expect(await others.dues()).toEqual([at(2)])
  await others.tell(noon)
  expect(told).toEqual([noon, noon])
  others.disturbed()
  await others.tell(noon)
  expect(told).toEqual([noon, noon, noon])
})

test('whoever is asked for something at a moment stands at that moment', async () => {
  await others.tell(noon)
  await others.tell(at(1))
  expect(await Promise.all([partners.bank.list('out'), partners.bank.list('in')])).toEqual([[at(1)], [at(1)]])
  expect(await partners.bank.list('out')).toEqual([at(1)])
  expect(told).toEqual([noon, at(1)])
})

test('at the end of the way nobody is left behind', async () => {
  await others.tell(noon)
  await others.tell(at(3))
  expect(await others.catchUp()).toBe(0)
  expect(await others.catchUp()).toBe(0)
  expect(told).toEqual([noon, at(3)])
})

test('who could not be told is told again when they are asked again', async () => {
  const broken = new Error('no answer')
  let works = true
  const tell = async (now: Instant) => {
    if (!works) throw broken
    told.push(now)
    return { did: 0, nextDueAt: null }
  }
  const doors = [{ name: 'bank', brings: [], nextDueAt: async () => null, tell }]
  const way = new OutsideOnTheWay({ doors, rests, zone, witness: () => undefined })
  const { cards } = way.partners({
    ...outsideThatIsAway,
    cards: { ...outsideThatIsAway.cards, card: async () => null },
  })
  await way.tell(noon)
  await way.tell(at(1))
  works = false
  await expect(cards.card('tok_1')).rejects.toBe(broken)
  works = true
  expect(await cards.card('tok_1')).toBeNull()
  expect(told).toEqual([noon, at(1)])
})
