import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect } from 'vitest'
import { describeExplanation } from '../business/payouts/describe-explanation.ts'
import type { Explanation } from '../business/payouts/explain-session.ts'
import { aprilStory, soloPractice, variantClients } from '../server/story-network.ts'
import { storyPlayer } from '../server/story-player.ts'
import { flow } from './flow.ts'
import { type FlowHouse, openFlowHouse } from './flow-house.ts'
import type { Walker } from './walker.ts'

let house: FlowHouse
let sessionId: string
beforeAll(async () => {
  house = await openFlowHouse()
  sessionId = await storyPlayer(house.server.url).confirm(soloPractice, variantClients.pays_in_june, aprilStory)
}, 180_000)
afterAll(() => house?.close())

/** Every cell of the document stands on the page, and in the file that the page offers. */
async function showsTheSame({ page }: Walker, reason = ''): Promise<void> {
  const asked = reason === '' ? '' : `?reason=${encodeURIComponent(reason)}`
  const answer = await page.request.get(`${house.server.url}/api/sessions/${sessionId}/explanation${asked}`)
  const paper = describeExplanation((await answer.json()) as Explanation)
  const cells = paper.parts.flatMap((part) => {
    if (part.kind === 'facts') return part.rows.flatMap(({ name, value }) => [name, value])
    return part.kind === 'table' ? part.rows.flat() : [part.text]
  })
  const seen = await page.locator('main').innerText()
  expect(cells.filter((cell) => !seen.includes(cell))).toEqual([])
  const href = await page.getByRole('link', { name: 'Download as PDF' }).getAttribute('href')
  const file = await page.request.get(`${house.server.url}${href}`)
  expect(file.headers()['content-type']).toBe('application/pdf')
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await file.body())), { mergePages: true })
  for (const word of ['Juniper Counseling', '$118.00', 'Every posting']) expect(text).toContain(word)
}

flow(
  'a therapist has a session explained, to the last posting',
  () => house,
  async (walker) => {
    await walker.enterAs(/Maya Lindqvist/)
    await walker.open(`/practice/${soloPractice.id}/sessions/${sessionId}`)
    await walker.press('link', 'Explain everything')
    await walker.arrives('This session, explained', 'a session explained')
    await walker.sees('Asked again with the same facts, today’s rules give the same answer.')
    await walker.sees('The session was confirmed: who owes its worth, and whose it is (the practice)')
    await showsTheSame(walker)
    expect(await walker.page.title()).toBe('Session explained, Evenkeel')
  },
)

flow(
  'the operator says why before a session is explained to them',
  () => house,
  async (walker) => {
    await walker.enterAs(/Robin Calder/)
    await walker.open(`/operations/sessions/${sessionId}/explanation`)
    await walker.arrives('Why do you look at this session?', 'a reason to look')
    await walker.press('button', 'Show the session')
    await walker.sees('Say in a few words why you look.')
    await walker.write('Reason', 'The practice asked about its payment')
    await walker.press('button', 'Show the session')
    await walker.arrives('A session, explained', 'a session explained to the operator')
    await walker.sees('You look because: The practice asked about its payment')
    await showsTheSame(walker, 'The practice asked about its payment')
  },
)
