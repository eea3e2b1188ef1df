import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordPaymentMethod } from '../../business/charges/payment-method-store.ts'
import { recordLogin } from '../../business/clients/login-store.ts'
import { recordSession } from '../../business/sessions/session-store.ts'
import { asOperations } from '../../database/act-as.ts'
import { addHours, addMinutes, calendarDate, instantAt } from '../../libraries/calendar/index.ts'
import { seedStory } from '../../server/seed.ts'
import type { Seed } from '../../server/start.ts'
import { aprilStory, mayaId, soloPractice, storyCharacters, variantClients, zone } from '../../server/story-network.ts'
import { asker, signIn } from '../../server/story-player.ts'
import { flow } from '../flow.ts'
import { type FlowHouse, openFlowHouse } from '../flow-house.ts'
import type { Walker } from '../walker.ts'

const { pays_in_june: ada, denies: dorian, pays_late: basil } = variantClients
const clients = [ada, dorian, basil]
const emailOf = (client: typeof ada) => `${client.givenName}.${client.familyName}@mail.example`.toLowerCase()

/** The April story, in which three clients have logins, one of them a card that is refused, and one the next visit planned. */
const seed: Seed = async (parts) => {
  await seedStory(aprilStory, { withSessions: false })(parts)
  const { operations, world, signIn } = parts
  const now = world.clock.now()
  const users: string[] = []
  for (const client of clients) {
    const name = `${client.givenName} ${client.familyName}`
    users.push((await signIn.addUser({ name, email: emailOf(client) })).id)
  }
  await asOperations(operations, { user: null, now }, async (tx) => {
    for (const [place, client] of clients.entries()) {
      const login = { personId: client.id, userId: users[place] ?? '', from: calendarDate('2020-01-01') }
      await recordLogin(tx, login)
    }
    const card = {
      personId: basil.id,
      id: world.ids.next(),
      token: 'tok_declined_basil',
      brand: 'Visa',
      lastFour: '0341',
    }
    await recordPaymentMethod(tx, { ...card, at: now })
    const startsAt = instantAt(calendarDate('2026-06-03'), '16:00', zone)
    const session = { practiceId: soloPractice.id, id: world.ids.next(), memberId: mayaId, personId: ada.id }
    const planned = { startsAt, endsAt: addHours(startsAt, 1), modality: 'telehealth' as const }
    await recordSession(tx, { ...session, ...planned, at: now, by: 'story' })
  })
}

/** Their visits of April 8 are confirmed, and seven weeks go by: one plan has the claim, one has refused to pay. */
async function meetAndGoOn(url: string): Promise<void> {
  const ask = await signIn(url, 'Maya Lindqvist')
  const base = `/api/practices/${soloPractice.id}`
  const listed = await ask<{ personId: string; locations: { id: string }[] }[]>(`${base}/clients`)
  for (const [place, { id: personId, clinicianId: memberId }] of clients.entries()) {
    const startsAt = instantAt(aprilStory.on, `${10 + place}:00`, zone)
    const times = { startsAt, endsAt: addMinutes(startsAt, 55), modality: 'telehealth' }
    const { id } = await ask<{ id: string }>(`${base}/sessions`, { personId, memberId, ...times })
    await ask(`${base}/sessions/${id}/confirmations`, {
      startedAt: times.startsAt,
      stoppedAt: times.endsAt,
      modality: 'telehealth',
      locationId: listed.find((one) => one.personId === personId)?.locations[0]?.id ?? null,
      codes: [{ code: '90837', modifiers: [], units: 1 }],
      diagnoses: ['F41.1'],
      note: { body: 'Worked on sleep and worry; agreed on a plan until next week.' },
    })
  }
  await asker(url, '')('/api/demonstration/clock', { until: instantAt(calendarDate('2026-05-26'), '12:00', zone) })
}

let house: FlowHouse
beforeAll(async () => {
  const characters = [...storyCharacters, ...clients.map((client) => ({ email: emailOf(client), what: 'a client' }))]
  house = await openFlowHouse({ seed, characters })
  await meetAndGoOn(house.server.url)
}, 300_000)
afterAll(() => house?.close())

const nameOf = ({ givenName, familyName }: typeof ada) => new RegExp(`${givenName} ${familyName}`)

async function enter(walker: Walker, client: typeof ada) {
  await walker.enterAs(nameOf(client))
  await walker.arrives('Appointments', 'appointments')
}

flow(
  'a client sees the next visit with its price and why, the claim’s story, and past visits',
  () => house,
  async (walker) => {
    await enter(walker, ada)
    await walker.sees('Wed, Jun 3, 2026, 4:00 PM Eastern Time')
    await walker.sees('Your plan’s copay for a visit like this is $25.00.')
    await walker.sees('Cancel free until Tue, Jun 2, 2026, 4:00 PM Eastern Time')
    await walker.sees('You paid $25.00')
    await walker.sees('Cedar Mutual has it')
    await walker.sees('We expect it to stay $25.00.')
    await walker.press('link', /^What happened to the visit/)
    await walker.arrives('Your visit on Wed, Apr 8, 2026', 'a visit')
    await walker.goTo('Billing')
    await walker.arrives('Billing', 'billing')
    await walker.sees('You owe nothing now.')
    await walker.sees('Charged to the card ending')
  },
)

flow(
  'a client whose plan refused reads that they owe nothing, who acts, and what comes back when',
  () => house,
  async (walker) => {
    await enter(walker, dorian)
    await walker.sees('Your plan refused to pay. You owe nothing for this.')
    await walker.sees('If it stays refused, the loss is ours, and $25.00 comes back to you')
  },
)

flow(
  'a client whose card was refused is told first, with what to do',
  () => house,
  async (walker) => {
    await enter(walker, basil)
    await walker.goTo('Billing')
    await walker.arrives('Billing', 'billing with a refused card')
    await walker.sees('$25.00 is open, because your card was refused.')
    await walker.sees('Your card ending 0341 was refused on')
    await walker.press('link', 'Replace the card')
    await walker.arrives('Account', 'account')
  },
)

flow(
  'the whole portal is there in Spanish, and stays Spanish from page to page',
  () => house,
  async (walker) => {
    await enter(walker, ada)
    await walker.press('button', /^Your menu/)
    await walker.press('link', 'Español')
    await walker.arrives('Citas', 'appointments in Spanish')
    expect(await walker.page.locator('html').getAttribute('lang')).toBe('es')
    await walker.sees('El copago de su plan para una visita como esta es de $25.00.')
    await walker.sees('Cedar Mutual la tiene')
    await walker.goTo('Pagos')
    await walker.arrives('Pagos', 'billing in Spanish')
    await walker.sees('Ahora no debe nada.')
    await walker.goTo('Pasos')
    await walker.arrives('Pasos', 'checklist in Spanish')
    await walker.goTo('Cuenta')
    await walker.arrives('Cuenta', 'account in Spanish')
    await walker.sees('Fecha de nacimiento')
  },
)

/** Requests of a client, by the card of their login. */
async function clientOf(client: typeof ada) {
  const { url } = house.server
  const personas = await asker(url, '')<{ id: string; name: string }[]>('/api/demonstration/personas')
  const persona = personas.find(({ name }) => nameOf(client).test(name))
  const address = `${url}/api/demonstration/personas/${persona?.id}/sign-in`
  const entered = await fetch(address, { method: 'POST', headers: { origin: url } })
  const cookie = entered.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return (path: string) => fetch(`${url}/api/clients/${client.id}${path}`, { headers: { cookie } })
}

test('an invoice and a superbill are read back, and their figures add up', async () => {
  const get = await clientOf(ada)
  const { past } = (await (await get('/appointments')).json()) as { past: { sessionId: string }[] }
  const textOf = async (response: Response) => {
    expect(response.headers.get('content-type')).toBe('application/pdf')
    const pdf = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()))
    return (await extractText(pdf, { mergePages: true })).text
  }
  const invoice = await get(`/appointments/${past[0]?.sessionId}/invoice.pdf`)
  expect(invoice.headers.get('content-disposition')).toBe('attachment; filename="invoice-2026-04-08.pdf"')
  const text = await textOf(invoice)
  const amount = (words: RegExp) => Number((words.exec(text)?.[1] ?? '').replace(/[^\d.-]/g, ''))
  const price = amount(/90837[^$]*\$([\d.,]+)/)
  const plan = amount(/as we expect\s+[−-]\$([\d.,]+)/)
  const yours = amount(/Your part\s+\$([\d.,]+)/)
  const paid = amount(/You paid\s+\$([\d.,]+)/)
  expect({ price, plan, yours, paid }).toEqual({ price: 150, plan: 125, yours: 25, paid: 25 })
  expect(price - plan).toBe(yours)
  expect(text).not.toContain('F41.1')

  const superbill = await textOf(await get('/superbills/2026-04/superbill.pdf'))
  for (const part of ['F41.1', '90837', 'NPI', '84-3210987', '$150.00', '$25.00', 'Maya Lindqvist']) {
    expect(superbill).toContain(part)
  }
  expect(await textOf(await get('/superbills/2026-04/superbill.pdf?language=es'))).toContain(
    'Superbill de abril de 2026',
  )
  expect((await get('/superbills/2026-03/superbill.pdf')).status).toBe(404)
})

test('a calendar file has every appointment under an id that stays, and names nobody', async () => {
  const file = await (await (await clientOf(ada))('/appointments.ics')).text()
  expect(file.match(/^BEGIN:VEVENT/gm)).toHaveLength(2)
  expect(file.match(/^UID:[0-9a-f-]{36}@evenkeel/gm)).toHaveLength(2)
  expect(file).not.toMatch(/Maya|Juniper|therap/i)
})
