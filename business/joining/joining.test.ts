import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { npiFrom } from '../../libraries/npi/index.ts'
import { appWithStory, type Requests, type StoryHouse } from '../../server/app-with-story.ts'
import { seedJoining } from '../../server/seed-joining.ts'
import { operatorStaff, soloPractice } from '../../server/story-network.ts'

let house: StoryHouse
let robin: Requests
beforeAll(async () => {
  house = await appWithStory()
  await house.as((tx) => seedJoining(tx, house.world))
  robin = await house.login(operatorStaff.userId)
})
afterAll(() => house?.close())

const form = (over: object = {}) => ({
  kind: 'solo',
  givenName: 'Wren',
  familyName: 'Adeyemi',
  email: 'wren@adeyemi.example',
  phone: null,
  practiceName: 'Adeyemi Counseling',
  clinicians: 1,
  licenceFamily: 'social_work',
  licenceState: 'NY',
  licenceNumber: 'NY-90011',
  npi: null,
  states: ['NY'],
  planIds: [],
  words: null,
  ...over,
})
const send = (payload: object) => house.app.inject({ method: 'POST', url: '/api/joining/applications', payload })
const slots = async (): Promise<string[]> =>
  (await house.app.inject({ method: 'GET', url: '/api/joining/choices' })).json().slots
const letterTo = async (email: string) =>
  (await house.as((tx) => tx.selectFrom('house.mail').select(['recipient', 'body']).orderBy('id').execute())).findLast(
    ({ recipient }) => recipient === email,
  )?.body ?? ''
const applicationOf = async (name: string) =>
  (await robin.get('/api/operations/joining')).json().find((each: { name: string }) => each.name === name)

test('of two people at one slot one gets the call, and the other is offered other times and loses nothing', async () => {
  const [slot] = await slots()
  const answers = await Promise.all([
    send(form({ slot })),
    send(form({ slot, givenName: 'Ezra', email: 'ezra@bright.example', practiceName: 'Bright Office' })),
  ])
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409])
  expect(answers.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'slot_taken' })
  const open = await slots()
  expect(open).not.toContain(slot)
  expect(open.length).toBeGreaterThan(10)
  expect((await robin.get('/api/operations/joining')).json()).toHaveLength(3)
})

test('a consultant notes, tells the rates of that day, and opens the practice with its owner invited and a checklist', async () => {
  const sent = await send(
    form({ slot: (await slots())[0], email: 'opal@opal.example', givenName: 'Opal', practiceName: 'Opal Therapy' }),
  )
  expect(sent.json()).toEqual({ sent: true })
  const token = /\/joining#([A-Za-z0-9_-]{43})/.exec(await letterTo('opal@opal.example'))?.[1]
  const progress = () => house.app.inject({ method: 'POST', url: '/api/joining/progress', payload: { token } })
  expect((await progress()).json()).toMatchObject({ callHeld: false, quotedOn: null, opened: false })
  const { id } = await applicationOf('Opal Adeyemi')
  const path = `/api/operations/joining/${id}`
  expect((await robin.post(`${path}/steps`, { deed: 'call_held', words: 'Wants evenings.' })).statusCode).toBe(201)
  const quoted = await robin.post(`${path}/quotes`, { licenceFamily: 'social_work', states: ['NY'], planIds: [] })
  expect(quoted.json().lines).toBeGreaterThan(3)
  const [quote] = (await robin.get(path)).json().quotes
  expect(quote.lines).toContainEqual(expect.objectContaining({ code: '90837', state: 'NY', cents: 11800 }))
  const pdf = await robin.get(`${path}/quotes/${quote.id}/quote.pdf`)
  expect([pdf.headers['content-type'], pdf.body.slice(0, 5)]).toEqual(['application/pdf', '%PDF-'])
  const opening = { name: 'Opal Therapy', npi: npiFrom('155519021') }
  expect((await robin.post(`${path}/openings`, { ...opening, npi: '1555190219' })).json().code).toBe('npi_wrong')
  const { openedPracticeId } = (await robin.post(`${path}/openings`, opening)).json()
  expect((await robin.post(`${path}/openings`, opening)).json().code).toBe('opened_already')
  expect((await progress()).json()).toMatchObject({ callHeld: true, quotedOn: '2026-04-08', opened: true })

  const invitation = /#([A-Za-z0-9_-]{43})/.exec(await letterTo('opal@opal.example'))?.[1]
  const joined = await house.app.inject({
    method: 'POST',
    url: '/api/team-invitations/acceptances',
    payload: { token: invitation, password: 'correct horse battery staple' },
  })
  expect(joined.statusCode).toBe(201)
  const opal = await house.login((await house.signIn.userByEmail('opal@opal.example'))?.userId ?? '')
  const list = (await opal.get(`/api/practices/${openedPracticeId}/onboarding`)).json()
  expect(list.filter(({ done }: { done: boolean }) => done).map(({ step }: { step: string }) => step)).toEqual([
    'licence',
    'npi',
  ])
  const mark = { step: 'caqh', words: 'Attested on April 2' }
  expect((await opal.post(`/api/practices/${openedPracticeId}/onboarding/marks`, mark)).statusCode).toBe(201)
  expect((await opal.get(`/api/practices/${openedPracticeId}/home`)).statusCode).toBe(200)
})

test('a solo practice becomes a group and keeps its members, clients, sessions and money', async () => {
  const maya = await house.login(soloPractice.members[0]?.userId ?? '')
  const at = `/api/practices/${soloPractice.id}`
  const read = async () => [
    (await maya.get(`${at}/clients`)).json(),
    (await maya.get(`${at}/members`)).json(),
    (await maya.get(`${at}/payments`)).json(),
    (await maya.get(`${at}/bank-accounts`)).json(),
  ]
  const before = await read()
  await send(
    form({
      slot: (await slots())[0],
      kind: 'solo_to_group',
      givenName: 'Maya',
      familyName: 'Lindqvist',
      email: 'maya@juniper.example',
      practiceName: 'Juniper Counseling',
    }),
  )
  const { id } = await applicationOf('Maya Lindqvist')
  const group = { name: 'Juniper Counseling Group', practiceId: soloPractice.id }
  expect((await robin.post(`/api/operations/joining/${id}/groups`, group)).statusCode).toBe(201)
  expect((await maya.get('/api/me')).json().memberships).toMatchObject([
    { kind: 'group', practiceName: 'Juniper Counseling Group' },
  ])
  expect(await read()).toEqual(before)
  const { rows } = await house.as((tx) =>
    sql<{ name: string }>`
      select distinct practice_name as name from credentialing.network_directory() where practice_id = ${soloPractice.id}
    `.execute(tx),
  )
  expect(rows).toEqual([{ name: 'Juniper Counseling Group' }])
  const other = await robin.post(`/api/operations/joining/${id}/groups`, group)
  expect([other.statusCode, other.json().code]).toEqual([409, 'not_a_solo_practice'])
})

test('the page behind the letter’s link opens for nobody who guesses', async () => {
  const guessed = await house.app.inject({
    method: 'POST',
    url: '/api/joining/progress',
    payload: { token: 'a'.repeat(43) },
  })
  expect([guessed.statusCode, guessed.json().code]).toEqual([404, 'application_not_found'])
})
