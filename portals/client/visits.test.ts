import { readFileSync } from 'node:fs'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordPaymentMethod } from '../../business/charges/payment-method-store.ts'
import { recordLogin } from '../../business/clients/login-store.ts'
import { recordSession } from '../../business/sessions/session-store.ts'
import { asOperations } from '../../database/act-as.ts'
import { addDays, addHours, addMinutes, calendarDate, instantAt } from '../../libraries/calendar/index.ts'
import { seedStory } from '../../server/seed.ts'
import type { Seed } from '../../server/start.ts'
import { aprilStory, mayaId, soloPractice, storyCharacters, variantClients, zone } from '../../server/story-network.ts'
import { asker, signIn } from '../../server/story-player.ts'
import { flow } from '../flow.ts'
import { type FlowHouse, openFlowHouse } from '../flow-house.ts'
import { doorWords } from '../public/account-door-words.ts'
import type { Walker } from '../walker.ts'
import { accountFormWords } from './account-form-words.ts'
import { accountWords } from './account-words.ts'
import { billingWords } from './billing-words.ts'
import { changeWords } from './change-words.ts'
import { dataWords } from './data-words.ts'
import { englishLeft } from './english-left.ts'
import { householdWords } from './household-words.ts'
import { looksWords } from './looks-words.ts'
import type { Catalogue } from './messages.ts'
import { officeWords } from './office-words.ts'
import { questionWords } from './question-words.ts'
import { shellWords } from './shell-words.ts'
import { visitWords } from './visit-words.ts'

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

/** Presses what the page gives to keep, and looks at what was handed over. */
async function keeps(walker: Walker, name: RegExp | string, file: string, begins: string): Promise<void> {
  const link = walker.page.getByRole('link', { name })
  const [download] = await Promise.all([walker.page.waitForEvent('download'), walker.pressOn(link)])
  expect(download.suggestedFilename()).toBe(file)
  expect(
    readFileSync(await download.path())
      .toString('latin1')
      .startsWith(begins),
  ).toBe(true)
}

flow(
  'a client sees the next visit with its price and why, the claim’s story, and past visits with their papers',
  () => house,
  async (walker) => {
    await enter(walker, ada)
    await walker.sees('Wed, Jun 3, 2026, 4:00 PM Eastern Time')
    await walker.sees('Your plan’s copay for a visit like this is $25.00.')
    await walker.sees('Cancel free until Tue, Jun 2, 2026, 4:00 PM Eastern Time')
    await walker.sees('You paid $25.00')
    await walker.sees('Cedar Mutual has it')
    await walker.sees('We expect it to stay $25.00.')
    await walker.sees('The link to join appears here once Maya Lindqvist has entered it.')
    await keeps(walker, /^Invoice for/, 'invoice-2026-04-08.pdf', '%PDF-')
    await keeps(walker, /^Superbill, April 2026/, 'superbill-2026-04.pdf', '%PDF-')
    await keeps(walker, 'Add to calendar', 'appointments.ics', 'BEGIN:VCALENDAR')
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

const catalogues: Catalogue[] = [
  accountWords,
  accountFormWords,
  billingWords,
  changeWords,
  dataWords,
  householdWords,
  looksWords,
  officeWords,
  questionWords,
  shellWords,
  visitWords,
  doorWords,
]

/** Every text of the page, seen or told to a screen reader, but what is in another language on purpose. */
const textsOf = (walker: Walker) =>
  walker.page.evaluate(() => {
    const own = (element: Element | null) => element !== null && !element.closest('footer, script, style, [lang="en"]')
    const texts: string[] = []
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
      if (own(node.parentElement)) texts.push(node.textContent ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [alt]')) {
      const told = ['aria-label', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? '')
      if (own(element)) texts.push(...told)
    }
    return texts
  })

async function isSpanish(walker: Walker): Promise<void> {
  expect(await walker.page.locator('html').getAttribute('lang')).toBe('es')
  expect(englishLeft(await textsOf(walker), catalogues), walker.page.url()).toEqual([])
}

flow(
  'the whole portal is there in Spanish, no sentence is left in English, and the account remembers it',
  () => house,
  async (walker) => {
    await enter(walker, dorian)
    await walker.press('button', /^Your menu/)
    const chosen = walker.page.waitForResponse((response) => response.url().endsWith('/languages'))
    await walker.press('link', 'Español')
    expect((await chosen).status()).toBe(201)
    await walker.arrives('Citas', 'appointments in Spanish')
    await isSpanish(walker)
    for (const [link, name] of [
      ['Pagos', 'billing in Spanish'],
      ['Pasos', 'checklist in Spanish'],
      ['Cuenta', 'account in Spanish'],
    ] as const) {
      await walker.goTo(link)
      await walker.arrives(link, name)
      await isSpanish(walker)
    }
    await walker.open('/client/appointments')
    await walker.arrives('Citas', 'appointments, from an address that names no language')
    for (const [path, heading] of [
      ['/client/looks', 'Quién ha visto su expediente'],
      ['/client/office', 'Trabajar en la oficina de un consultorio'],
      ['/client/data', 'Sus datos'],
      ['/patient', 'Portal de pacientes'],
      ['/sign-up', 'Registrarse'],
      ['/forgot-password', 'Poner una contraseña nueva'],
      ['/invited', 'Esta invitación no se puede abrir'],
    ] as const) {
      await walker.open(path)
      await walker.arrives(heading, `${path} in Spanish`)
      await isSpanish(walker)
    }
    await walker.open('/client/appointments')
    await walker.press('button', /^Su menú/)
    const back = walker.page.waitForResponse((response) => response.url().endsWith('/languages'))
    await walker.press('link', 'English')
    expect((await back).status()).toBe(201)
  },
)

/** A session of its own for each walk, two weeks ahead of the house's clock, of a clinician who has named her hours. */
async function planFor(client: typeof ada, turn: number): Promise<void> {
  const ask = await signIn(house.server.url, 'Maya Lindqvist')
  const blocks = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, starts: '09:00', stops: '17:00', place: 'either' }))
  const hours = `/api/practices/${soloPractice.id}/members/${client.clinicianId}/working-hours`
  await ask(hours, { startsOn: '2026-05-26', blocks })
  const startsAt = instantAt(addDays(calendarDate('2026-06-08'), turn), '10:00', zone)
  const times = { startsAt, endsAt: addMinutes(startsAt, 55), modality: 'telehealth' }
  const plan = { personId: client.id, memberId: client.clinicianId, ...times, despite: ['outside_working_hours'] }
  await ask(`/api/practices/${soloPractice.id}/sessions`, plan)
}

flow(
  'a client asks to cancel and takes it back, then asks for another time, which the clinician takes',
  () => house,
  async (walker, turn) => {
    await planFor(basil, turn)
    await enter(walker, basil)
    // Of this walk's own appointment: those that earlier walks moved stand before it.
    const day = `Jun ${8 + turn}, 2026`
    await walker.page
      .getByRole('button', { name: /^Ask to cancel/ })
      .first()
      .waitFor()
    if ((await walker.page.getByRole('button', { name: /^Show all/ }).count()) > 0)
      await walker.press('button', /^Show all/)
    await walker.press('button', new RegExp(`^Ask to cancel .*${day}`))
    await walker.sees('Cancelling costs you nothing until')
    await walker.looks('asking to cancel')
    await walker.tick('I am not well')
    await walker.press('button', 'Ask to cancel', { within: walker.page.getByRole('dialog') })
    await walker.sees(/^You asked to cancel this appointment/)
    await walker.press('button', 'Take it back')
    await walker.press('button', new RegExp(`^Ask for another time for .*${day}`))
    await walker.press('button', /^\d+:\d\d [AP]M$/)
    await walker.tick('Work')
    await walker.looks('asking for another time')
    await walker.press('button', 'Ask for another time', { within: walker.page.getByRole('dialog') })
    await walker.sees(/^You asked for another time/)
    await walker.looks('an appointment that is asked about')
    await walker.enterAs('Maya Lindqvist')
    await walker.press('link', 'Answer')
    await walker.sees(/asks for another time$/)
    await walker.looks('a session that is asked about')
    await walker.press('button', 'Accept and move')
    await walker.sees(/Maya Lindqvist accepted it/)
    await enter(walker, basil)
    await walker.sees('Moved, as you asked.')
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
  // What a plan refused is not expected of it on paper either.
  const his = await clientOf(dorian)
  const refused = (await (await his('/appointments')).json()) as { past: { sessionId: string }[] }
  const onPaper = await textOf(await his(`/appointments/${refused.past[0]?.sessionId}/invoice.pdf`))
  expect(onPaper).toContain('refused so far; not asked of you')
  expect(onPaper).toContain('you owe nothing for this')
  expect(onPaper).not.toContain('as we expect')

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
