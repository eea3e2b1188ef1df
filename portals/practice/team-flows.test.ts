import { afterAll, beforeAll, expect } from 'vitest'
import { membersOf } from '../../business/practices/index.ts'
import { asOperations } from '../../database/act-as.ts'
import { addDays, dateIn, type Instant, instantAt } from '../../libraries/calendar/index.ts'
import { npiFrom } from '../../libraries/npi/index.ts'
import { groupPractice, otherClient, theoId, zone } from '../../server/story-network.ts'
import { flow, walksOfEach } from '../flow.ts'
import { type FlowHouse, openFlowHouse } from '../flow-house.ts'
import type { Walker } from '../walker.ts'

let house: FlowHouse
const base = `/api/practices/${groupPractice.id}`
const password = 'correct horse battery staple'

beforeAll(async () => {
  house = await openFlowHouse()
}, 180_000)
afterAll(() => house?.close())

/** A request of whoever is signed in on the page. */
async function asked<Answer>(walker: Walker, path: string, body?: object): Promise<Answer> {
  const answer = await walker.page.evaluate(
    async ({ path: url, body: content }) => {
      const response = await fetch(url, {
        method: content === null ? 'GET' : 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': `key-${Math.random()}-${Date.now()}` },
        ...(content === null ? {} : { body: JSON.stringify(content) }),
      })
      return { status: response.status, body: await response.json() }
    },
    { path, body: body ?? null },
  )
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  return answer.body as Answer
}

/** The path, secret included, of the link in the last letter to an address. */
async function linkTo(walker: Walker, email: string): Promise<string> {
  const letters = await asked<{ to: string; body: string }[]>(walker, '/api/demonstration/letters')
  const body = letters.find(({ to }) => to === email)?.body ?? ''
  return /https?:\/\/[^/\s]+(\/\S+)/.exec(body)?.[1] ?? ''
}

async function manageTeam(walker: Walker): Promise<void> {
  await walker.press('button', /Practice and account/)
  await walker.press('link', 'Manage team')
  await walker.arrives('Manage team', 'manage team')
}

flow(
  'an owner adds a provider, who joins by the letter’s link, and makes them a biller too',
  () => house,
  async (walker, turn) => {
    const email = `lena.${turn}@harborlane.example`
    const name = `Lena Castell${'abcdefgh'.charAt(turn)}`
    await walker.enterAs(/Ines Okafor/)
    await walker.sees(/Good \w+, Ines/)
    await manageTeam(walker)
    await walker.press('button', 'Add provider')
    const dialog = { within: walker.page.getByRole('dialog', { name: 'Add provider' }) }
    await walker.press('button', 'Add provider', dialog)
    await walker.sees('Write the ten digits of the NPI.')
    await walker.looks('add provider with its faults')
    await walker.write('First name', 'Lena', dialog)
    await walker.write('Last name', name.split(' ')[1] ?? '', dialog)
    await walker.write('E-mail', email, dialog)
    await walker.choose('State of residence', 'New York', dialog)
    await walker.choose('License state', 'New York', dialog)
    await walker.choose('License type', 'Counselors', dialog)
    await walker.write('License number', `NY-4002${turn}`, dialog)
    await walker.write('NPI', npiFrom(`17770003${turn}`), dialog)
    await walker.press('button', 'Add provider', dialog)
    await walker.sees(`Invited as ${email}`)
    await walker.press('link', name)
    await walker.arrives(name, 'a member who is invited')
    await walker.press('button', 'Make biller')
    await walker.press('button', 'Confirm', { within: walker.page.getByRole('dialog') })
    await walker.page.getByRole('button', { name: 'Take biller role' }).waitFor()
    await walker.open(await linkTo(walker, email))
    await walker.arrives('Join Harbor Lane Group', 'join a team')
    await walker.write('Password', password)
    await walker.press('button', 'Join the team')
    await walker.page.waitForURL(/\/(practice|two-factors)/)
    const me = await asked<{ memberships: { roles: string[] }[] }>(walker, '/api/me')
    expect(me.memberships[0]?.roles).toEqual(['biller', 'clinician'])
  },
)

flow(
  'somebody who treats nobody signs up as a client, asks with name and e-mail, and an owner agrees; the access is removed again',
  () => house,
  async (walker, turn) => {
    const email = `kit.${turn}@mail.example`
    const name = `Kit Marlow${'abcdefgh'.charAt(turn)}`
    await walker.open('/')
    await walker.press('button', 'My portal')
    await walker.press('link', /Patient portal/)
    await walker.press('link', 'Sign up')
    await walker.write('First name', 'Kit')
    await walker.write('Last name', name.split(' ')[1] ?? '')
    await walker.write('Date of birth', '1984-03-02')
    await walker.write('E-mail', email)
    await walker.write('Phone', '518 555 0142')
    await walker.write('Password', password, { exact: true })
    await walker.press('button', 'Sign up')
    await walker.sees(`We have written to ${email}.`)
    await walker.open(await linkTo(walker, email))
    await walker.write('Password', password, { exact: true })
    await walker.press('button', 'Confirm and sign in')
    await walker.page.waitForURL(/\/client\/start/)
    await walker.open('/client/account')
    await walker.press('link', 'Ask for access to a practice')
    await walker.arrives('Work in a practice’s office', 'ask for access')
    await walker.write('The practice, or its owner’s e-mail', 'maya@juniper.example')
    await walker.press('button', 'Send the request')
    await walker.sees('We are finding the practice.')

    await walker.enterAs(/Robin Calder/)
    await walker.open('/operations/requests')
    await walker.arrives('Requests for access', 'requests for access')
    await walker.press('button', `Find the practice for ${name}`)
    const dialog = { within: walker.page.getByRole('dialog') }
    await walker.choose('Practice', /Juniper Counseling/, dialog)
    await walker.press('button', 'Lay it before the owner', dialog)
    await walker.sees('Waits for the owner of Juniper Counseling')

    await walker.enterAs(/Maya Lindqvist/)
    await walker.sees(`${name} asks to run your office`)
    await walker.press('link', 'Manage team')
    await walker.arrives('Asks for access', 'a request for access')
    await walker.press('button', `Answer ${name}`)
    await walker.looks('the owner’s answer')
    await walker.press('button', 'Approve', { within: walker.page.getByRole('dialog') })
    await walker.press('link', name)
    await walker.press('button', 'Remove admin access')
    await walker.press('button', 'Cancel', { within: walker.page.getByRole('dialog') })
    await walker.press('button', 'Remove admin access')
    await walker.press('button', 'Confirm', { within: walker.page.getByRole('dialog') })
    await walker.arrives(name, 'whose access was removed')
    await walker.sees(/Removed on .* by Maya Lindqvist/)
  },
)

/** Moves the demonstration's clock, and waits until it stands again. */
async function goTo(walker: Walker, until: Instant): Promise<void> {
  await asked(walker, '/api/demonstration/clock', { until })
  for (;;) {
    const { now } = await asked<{ now: Instant }>(walker, '/api/demonstration/clock')
    if (now >= until) return
    await walker.page.waitForTimeout(500)
  }
}

/** A session of Theo's that took place yesterday and is confirmed now. */
async function confirmedSession(walker: Walker): Promise<void> {
  const { now } = await asked<{ now: Instant }>(walker, '/api/demonstration/clock')
  const day = addDays(dateIn(now, zone), -1)
  const [startsAt, endsAt] = [instantAt(day, '10:00', zone), instantAt(day, '10:45', zone)]
  const planned = { personId: otherClient.id, memberId: theoId, startsAt, endsAt, modality: 'telehealth' }
  const { id } = await asked<{ id: string }>(walker, `${base}/sessions`, planned)
  const { client } = await asked<{ client: { locations: { id: string }[] } }>(walker, `${base}/sessions/${id}`)
  await asked(walker, `${base}/sessions/${id}/confirmations`, {
    startedAt: startsAt,
    stoppedAt: endsAt,
    modality: 'telehealth',
    locationId: client.locations[0]?.id,
    codes: [{ code: '90834', modifiers: [], units: 1 }],
    diagnoses: ['F41.1'],
    note: { body: 'Worked on sleep and worry; agreed on a plan for the week.' },
  })
}

flow(
  'a provider is archived and opens by the name, is removed for good only after the last payout, and the history stays',
  () => house,
  async (walker, turn) => {
    await walker.enterAs(/Ines Okafor/)
    await walker.sees(/Good \w+, Ines/)
    await confirmedSession(walker)
    await manageTeam(walker)
    await walker.press('link', 'Theo Brandt')
    await walker.arrives('Theo Brandt', 'a provider')
    await walker.press('button', 'Archive provider')
    await walker.looks('what archiving does')
    await walker.press('button', 'Archive provider', { within: walker.page.getByRole('dialog') })
    await walker.sees(/Archived on .* by Ines Okafor/)
    await walker.sees(/Theo Brandt can be removed from \w+, \w+ \d+, \d{4} on\./)
    await walker.looks('removal that is refused')
    await walker.open(`/practice/${groupPractice.id}/team`)
    const archived = walker.page.getByRole('list', { name: 'Archived' })
    await walker.press('link', 'Theo Brandt', { within: archived })
    await walker.page
      .getByRole('list', { name: 'History' })
      .getByRole('link', { name: /Hollis/ })
      .first()
      .waitFor()

    // The payday, and five banking days after it settled.
    const { now } = await asked<{ now: Instant }>(walker, '/api/demonstration/clock')
    await goTo(walker, instantAt(addDays(dateIn(now, zone), 35), '12:00', zone))
    await walker.page.reload()
    await walker.sees('Nothing of theirs is open any more.')
    await walker.press('button', 'Remove for good')
    await walker.sees('Say why, in a few words.')
    await walker.looks('the deactivation form with its faults')
    if (turn < walksOfEach - 1) {
      await walker.press('button', 'Reopen')
      await walker.page.getByRole('button', { name: 'Archive provider' }).waitFor()
      return
    }
    await walker.write('Why they leave', 'Has moved away.')
    await walker.write('Their name, to be sure', 'Theo Brandt')
    await walker.press('button', 'Remove for good')
    await walker.sees(/Removed on .* by Ines Okafor/)
    await walker.page
      .getByRole('list', { name: 'History' })
      .getByRole('link', { name: /Hollis/ })
      .first()
      .waitFor()
    const { databases, world } = house.server
    const members = await asOperations(databases.operations, { user: null, now: world.clock.now() }, (db) =>
      membersOf(db, groupPractice.id),
    )
    expect(members.find(({ id }) => id === theoId)?.standing).toBe('removed')
  },
)
