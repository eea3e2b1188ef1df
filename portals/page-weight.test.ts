import { afterAll, beforeAll, expect, test } from 'vitest'
import { soloPractice } from '../server/story-network.ts'
import { enterAs, mostJavascriptBytes, weighPage } from '../tools/weigh-page.ts'
import { type FlowHouse, openFlowHouse } from './flow-house.ts'

let house: FlowHouse
beforeAll(async () => {
  house = await openFlowHouse()
}, 180_000)
afterAll(() => house?.close())

test.each([
  ['the public', null, '/'],
  ['whoever signs in', null, '/sign-in'],
  ['whoever signs up', null, '/sign-up'],
  ['readers of the help', null, '/help'],
  ['a practice', /Maya Lindqvist/, `/practice/${soloPractice.id}`],
  ['the operator', /Robin Calder/, '/operations'],
])('the first page of %s needs less than 250 kB of scripts', async (_, name, path) => {
  const context = await enterAs(house.browser, house.server.url, name)
  const { javascriptBytes, sentBytes, scripts } = await weighPage(context, house.server.url, path)
  await context.close()
  expect(scripts).toBeGreaterThan(1)
  expect(javascriptBytes).toBeGreaterThan(50_000)
  expect(javascriptBytes).toBeLessThan(mostJavascriptBytes)
  // It is sent as small as it is counted.
  expect(sentBytes).toBeGreaterThan(50_000)
  expect(sentBytes).toBeLessThan(mostJavascriptBytes)
})
