import { afterAll, beforeAll, expect, test } from 'vitest'
import { asPerson, asPractice } from '../../database/act-as.ts'
import { decrypt } from '../../database/encryption.ts'
import { calendarDate } from '../../libraries/calendar/index.ts'
import { appWithStory, type Requests, type StoryHouse } from '../../server/app-with-story.ts'
import { groupPractice, operatorStaff, plan, soloPractice } from '../../server/story-network.ts'
import { joinPerson } from '../clients/join-person-flow.ts'

let house: StoryHouse
let operator: Requests
let owner: Requests
let neighbour: Requests
beforeAll(async () => {
  house = await appWithStory()
  operator = await house.login(operatorStaff.userId)
  owner = await house.login(soloPractice.members[0]?.userId ?? '')
  neighbour = await house.login(groupPractice.members[0]?.userId ?? '')
})
afterAll(() => house?.close())

/** Somebody who signed up by themselves and belongs to no practice. */
async function newcomer(email = `newcomer-${crypto.randomUUID()}@example.com`) {
  const { world, signIn } = house
  const { id: userId } = await signIn.addUser({ name: 'Nora Vale', email })
  const name = { givenName: 'Nora', familyName: 'Vale' }
  const born = { dateOfBirth: calendarDate('1991-07-02'), phone: '5185550142' }
  const personId = await house.as((tx) =>
    joinPerson(tx, world, { userId, personId: world.ids.next(), ...name, ...born, email }),
  )
  const requests = await house.login(userId)
  return { ...requests, personId, userId, email, at: (rest = '') => `/api/clients/${personId}${rest}` }
}
type Newcomer = Awaited<ReturnType<typeof newcomer>>

const card = {
  planId: plan.id,
  planAsTold: null,
  memberId: 'PAYS200001',
  groupNumber: null,
  suitcase: null,
  holder: null,
  from: '2026-04-08',
  sex: 'F',
  address: { street: '9 Example Street', city: 'Queens', state: 'NY', zip: '11375' },
}
const insuranceOf = async (client: Newcomer) => (await client.get(client.at('/insurance'))).json()
const accountOf = async (client: Newcomer) => (await client.get(client.at())).json()

test('insurance that a client enters waits until the operator has asked the payer, and the client is written to', async () => {
  const client = await newcomer()
  expect((await client.post(client.at('/insurance'), card)).statusCode).toBe(201)
  const [policy] = (await insuranceOf(client)).policies
  expect(policy).toMatchObject({ planName: plan.name, memberId: 'PAYS200001', coverage: 'unverified', until: null })
  const waiting = (await operator.get('/api/operations/coverage-checks')).json()
  expect(waiting).toContainEqual(expect.objectContaining({ policyId: policy.id, clientName: 'Nora Vale' }))
  const found = { personId: client.personId, coverage: 'active', copayCents: 2500, planId: null, source: 'portal' }
  expect((await operator.post(`/api/operations/coverage-checks/${policy.id}`, found)).statusCode).toBe(201)
  expect((await insuranceOf(client)).policies[0]).toMatchObject({ coverage: 'active' })
  const left = (await operator.get('/api/operations/coverage-checks')).json()
  expect(left.map(({ policyId }: { policyId: string }) => policyId)).not.toContain(policy.id)
  const letters = await house.as((tx) =>
    tx.selectFrom('house.mail').select(['subject', 'body']).where('recipient', '=', client.email).execute(),
  )
  expect(letters.map(({ subject }) => subject)).toEqual(['We have checked your insurance'])
  expect(letters[0]?.body).not.toMatch(/PAYS200001|Cedar/)
})

test('the address that the insurer knows is the client’s, and their first place', async () => {
  const client = await newcomer()
  const without = await client.post(client.at('/insurance'), { ...card, address: null })
  expect([without.statusCode, without.json().code]).toEqual([422, 'address_incomplete'])
  await client.post(client.at('/insurance'), card)
  const { person, locations } = await accountOf(client)
  expect(person).toMatchObject({ street: '9 Example Street', zip: '11375', sex: 'F' })
  expect(locations).toEqual([expect.objectContaining({ label: 'Home', from: '2026-04-08', until: null })])
})

test('a plan that is not on the list is kept in the client’s words until the operator says which one it is', async () => {
  const client = await newcomer()
  const told = { ...card, planId: null, planAsTold: 'Cedar Choice Silver' }
  expect((await client.post(client.at('/insurance'), { ...told, planAsTold: null })).json().code).toBe('plan_not_named')
  await client.post(client.at('/insurance'), told)
  const [policy] = (await insuranceOf(client)).policies
  expect(policy).toMatchObject({ planName: 'Cedar Choice Silver', isListed: false })
  const found = { personId: client.personId, coverage: 'active', copayCents: null, source: 'a call' }
  const at = `/api/operations/coverage-checks/${policy.id}`
  expect((await operator.post(at, { ...found, planId: null })).json().code).toBe('plan_not_named')
  expect((await operator.post(at, { ...found, planId: plan.id })).statusCode).toBe(201)
  expect((await insuranceOf(client)).policies).toMatchObject([{ planName: plan.name, coverage: 'active' }])
})

test('new insurance begins where it begins, and what was before stays on file', async () => {
  const client = await newcomer()
  await client.post(client.at('/insurance'), card)
  await client.post(client.at('/insurance'), { ...card, memberId: 'PAYS200002', from: '2026-06-01', address: null })
  expect((await insuranceOf(client)).policies).toMatchObject([
    { memberId: 'PAYS200002', from: '2026-06-01', until: null },
    { memberId: 'PAYS200001', from: '2026-04-08', until: '2026-06-01' },
  ])
})

test('each standard form is signed in its own wording, by name, and a wording that was not read is not signed', async () => {
  const client = await newcomer()
  const { forms } = await accountOf(client)
  expect(forms.map(({ id }: { id: string }) => id)).toEqual([
    'assignment-of-benefits',
    'consent-to-treatment',
    'financial-responsibility',
    'telehealth-consent',
  ])
  const [form] = forms
  const sign = (over: object) =>
    client.post(client.at('/form-signatures'), {
      formId: form.id,
      version: form.version,
      sha256: form.sha256,
      typedName: 'Nora Vale',
      ...over,
    })
  expect((await sign({ typedName: 'Nora' })).json().code).toBe('signature_without_name')
  expect((await sign({ sha256: '0'.repeat(64) })).json().code).toBe('another_wording')
  expect((await sign({ version: 2 })).json().code).toBe('another_wording')
  expect((await sign({})).statusCode).toBe(201)
  const signed = (await accountOf(client)).forms.map((each: { signed: object | null }) => each.signed !== null)
  expect(signed).toEqual([true, false, false, false])
})

test('a form that is worded anew is asked for again', async () => {
  const client = await newcomer()
  for (const { id: formId, version, sha256 } of (await accountOf(client)).forms)
    await client.post(client.at('/form-signatures'), { formId, version, sha256, typedName: 'Nora Vale' })
  const unsigned = async () =>
    (await accountOf(client)).forms.filter(({ signed }: { signed: object | null }) => signed === null).length
  expect(await unsigned()).toBe(0)
  await house.as((tx) =>
    tx
      .insertInto('clients.form')
      .values({
        id: 'telehealth-consent',
        version: 2,
        title: 'Telehealth consent',
        body: 'Another wording.',
        sha256: '1'.repeat(64),
        during: '[2026-04-01,)',
        source: 'test',
      })
      .execute(),
  )
  expect(await unsigned()).toBe(1)
})

const testCard = { number: '4242 4242 4242 4242', expiresMonth: 4, expiresYear: 2029, securityCode: '123' }

async function addCard(client: Newcomer, number = testCard.number, replaces: string | null = null) {
  const handed = await client.post(client.at('/card-tokens'), { ...testCard, number })
  return client.post(client.at('/payment-methods'), { token: handed.json().token, replaces })
}
const cardsOf = async (client: Newcomer) => (await client.get(client.at('/payment-methods'))).json()

test('a card’s number passes through: what stays is token, brand, last four digits and month', async () => {
  const client = await newcomer()
  expect((await addCard(client)).statusCode).toBe(201)
  expect(await cardsOf(client)).toMatchObject([
    { brand: 'Visa', lastFour: '4242', expiresMonth: 4, expiresYear: 2029, preferred: true },
  ])
  const kept = await house.as((tx) =>
    tx.selectFrom('charges.payment_method').selectAll().where('person_id', '=', client.personId).execute(),
  )
  const replayed = await house.as((tx) => tx.selectFrom('house.replayed_answer_to_person').selectAll().execute())
  const answers = await house.as((tx) =>
    Promise.all(
      replayed.map(async ({ person_id, user_id, key, answer }) =>
        decrypt(tx, 'house.replayed_answer_to_person.answer', [person_id, user_id, key], answer),
      ),
    ),
  )
  expect(JSON.stringify([kept, answers])).not.toMatch(/4242 ?4242|"123"/)
  expect(replayed.map(({ route }) => route).filter((route) => route.endsWith('/card-tokens'))).toEqual([])
})

test('a mistyped, expired or declined card is refused in words, and nothing is kept', async () => {
  const client = await newcomer()
  const hand = async (over: object) => (await client.post(client.at('/card-tokens'), { ...testCard, ...over })).json()
  expect(await hand({ number: '4242 4242 4242 4241' })).toMatchObject({ code: 'card_incomplete' })
  expect(await hand({ expiresYear: 2025 })).toMatchObject({ code: 'card_incomplete', because: [{ field: 'expires' }] })
  expect(await hand({ number: '4000 0000 0000 0002' })).toMatchObject({ code: 'card_declined' })
  const forged = await client.post(client.at('/payment-methods'), { token: 'tok_made_up', replaces: null })
  expect(forged.json().code).toBe('card_token_unknown')
  expect(await cardsOf(client)).toEqual([])
})

test('two cards at most: one is charged, the other replaced or preferred, and the last one is not removed', async () => {
  const client = await newcomer()
  await addCard(client)
  house.goToDay(calendarDate('2026-04-09'))
  await addCard(client, '5555 5555 5555 4444')
  const [newest, oldest] = await cardsOf(client)
  expect([newest.lastFour, oldest.lastFour, newest.preferred]).toEqual(['4444', '4242', true])
  expect((await addCard(client)).json().code).toBe('two_cards_already')
  house.goToDay(calendarDate('2026-04-10'))
  const choose = (id: string, choice: string) => client.post(client.at(`/payment-methods/${id}/choices`), { choice })
  expect((await choose(oldest.id, 'preferred')).statusCode).toBe(201)
  expect((await cardsOf(client))[0].id).toBe(oldest.id)
  expect((await choose(newest.id, 'removed')).statusCode).toBe(201)
  expect((await choose(oldest.id, 'removed')).json().code).toBe('only_card')
  expect((await addCard(client, testCard.number, oldest.id)).statusCode).toBe(201)
  expect(await cardsOf(client)).toMatchObject([{ lastFour: '4242' }])
  house.goToDay(calendarDate('2026-04-08'), '18:00')
})

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])

function form(bytes: Uint8Array, name = 'card.jpg', type = 'image/jpeg') {
  const edge = 'x'.repeat(20)
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${edge}`, 'idempotency-key': crypto.randomUUID() },
  }
}

async function upload(client: Newcomer, bytes: Uint8Array, name?: string, type?: string) {
  const { payload, headers } = form(bytes, name, type)
  const cookies = (await house.signIn.enterAs(client.userId)) ?? []
  const cookie = cookies.map((line) => line.split(';')[0]).join('; ')
  const url = client.at('/card-photos?side=front')
  return house.app.inject({ method: 'POST', url, payload, headers: { ...headers, cookie } })
}

test('a picture of the card is known by its bytes, comes back as a download, and to nobody else', async () => {
  const [client, other] = [await newcomer(), await newcomer()]
  const sent = await upload(client, jpeg, 'card.html', 'text/html')
  expect(sent.statusCode).toBe(201)
  const { id } = sent.json()
  const own = await client.get(client.at(`/card-photos/${id}`))
  expect([own.statusCode, own.headers['content-type'], own.headers['x-content-type-options']]).toEqual([
    200,
    'image/jpeg',
    'nosniff',
  ])
  expect(own.headers['content-disposition']).toBe('attachment; filename="insurance-card.jpg"')
  expect(own.rawPayload).toEqual(jpeg)
  expect((await other.get(other.at(`/card-photos/${id}`))).statusCode).toBe(404)
  expect((await other.get(client.at(`/card-photos/${id}`))).statusCode).toBe(404)
  const practice = `/api/practices/${soloPractice.id}/clients/${client.personId}/card-photos/${id}`
  expect((await owner.get(practice)).statusCode).toBe(404)
})

test('what is no picture of a card is refused: a page, a programme, too much, nothing', async () => {
  const client = await newcomer()
  for (const bytes of ['<html><script>alert(1)</script>', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'MZ', '']) {
    const answer = await upload(client, Buffer.from(bytes))
    expect([bytes, answer.statusCode, answer.json().code]).toEqual([bytes, 415, 'not_a_photo'])
  }
  const large = Buffer.concat([jpeg, Buffer.alloc(8 * 1024 * 1024)])
  expect((await upload(client, large)).json().code).toBe('photo_too_large')
  expect((await accountOf(client)).photos).toEqual([])
})

const added = (practice: typeof soloPractice, email: string, over: object = {}) => ({
  givenName: 'N.',
  familyName: 'Vale',
  email,
  phone: null,
  clinicianMemberId: practice.members[0]?.id,
  notify: true,
  ...over,
})
const clientsOf = (practice: typeof soloPractice) => `/api/practices/${practice.id}/clients`

test('somebody known elsewhere is asked, and until they agree the practice has a record of its own and nothing of theirs', async () => {
  const client = await newcomer()
  await client.post(client.at('/insurance'), card)
  const stranger = `nobody-${crypto.randomUUID()}@example.com`
  const known = await owner.post(clientsOf(soloPractice), added(soloPractice, client.email))
  const unknown = await owner.post(clientsOf(soloPractice), added(soloPractice, stranger))
  expect([known.statusCode, known.json().outcome]).toEqual([unknown.statusCode, unknown.json().outcome])
  const letters = await house.as((tx) =>
    tx
      .selectFrom('house.mail')
      .select(['recipient', 'subject', 'body'])
      .where('subject', 'like', '%invites%')
      .execute(),
  )
  const [one, other] = [client.email, stranger].map((to) => letters.find(({ recipient }) => recipient === to))
  // Each has a link of its own; else the letters are the same.
  const withoutLink = (body = '') => body.replace(/#\S+/, '#')
  expect(withoutLink(one?.body)).toBe(withoutLink(other?.body))
  expect(one?.body).not.toBe(other?.body)
  const list = (await owner.get(clientsOf(soloPractice))).json()
  const record = list.find(({ personId }: { personId: string }) => personId === known.json().personId)
  expect(record).toMatchObject({ name: 'N. Vale', standing: 'prospect', planName: null })
  expect((await owner.get(`${clientsOf(soloPractice)}/${client.personId}`)).statusCode).toBe(404)

  const [invitation] = (await accountOf(client)).invitations
  expect(invitation).toMatchObject({ practiceName: soloPractice.name })
  const answers = client.at(`/invitations/${invitation.invitationId}/answers`)
  expect((await client.post(answers, { accepts: true })).statusCode).toBe(201)
  expect((await client.post(answers, { accepts: true })).json().code).toBe('invitation_not_found')
  const after = (await owner.get(clientsOf(soloPractice))).json().map(({ personId }: { personId: string }) => personId)
  expect(after).toContain(client.personId)
  expect(after).not.toContain(known.json().personId)
  expect((await house.verify()).faults).toEqual([])
})

test('the practice sees a client’s card once the client agreed, and a neighbour never does', async () => {
  const client = await newcomer()
  const { id } = (await upload(client, jpeg)).json()
  await owner.post(clientsOf(soloPractice), added(soloPractice, client.email))
  const [invitation] = (await accountOf(client)).invitations
  await client.post(client.at(`/invitations/${invitation.invitationId}/answers`), { accepts: true })
  const photos = `${clientsOf(soloPractice)}/${client.personId}/card-photos`
  expect((await owner.get(photos)).json()).toEqual([{ id, side: 'front', contentType: 'image/jpeg' }])
  expect((await owner.get(`${photos}/${id}`)).rawPayload).toEqual(jpeg)
  const elsewhere = `${clientsOf(groupPractice)}/${client.personId}/card-photos`
  expect((await neighbour.get(elsewhere)).statusCode).toBe(404)
  expect((await neighbour.get(`${elsewhere}/${id}`)).statusCode).toBe(404)
})

test('a session with somebody of whom only name and e-mail are known waits for what a claim says', async () => {
  const email = `${crypto.randomUUID()}@example.com`
  const { personId } = (await owner.post(clientsOf(soloPractice), added(soloPractice, email))).json()
  const at = `/api/practices/${soloPractice.id}/sessions`
  const times = { startsAt: '2026-04-08T14:00:00.000Z', endsAt: '2026-04-08T14:55:00.000Z' }
  const memberId = soloPractice.members[0]?.id
  const session = await owner.post(at, { personId, memberId, modality: 'telehealth', ...times })
  expect(session.statusCode).toBe(201)
  const preview = await owner.post(`${at}/${session.json().id}/confirmation-preview`, {
    startedAt: times.startsAt,
    stoppedAt: times.endsAt,
    modality: 'telehealth',
    locationId: null,
    codes: [{ code: '90837', modifiers: [], units: 1 }],
    diagnoses: ['F41.1'],
    crisis: null,
  })
  const codes = preview.json().refusals.map(({ code }: { code: string }) => code)
  expect(codes).toContain('client_details_missing')
})

test('whoever declines stays unseen, and the practice reads that they declined', async () => {
  const client = await newcomer()
  const { personId } = (await owner.post(clientsOf(soloPractice), added(soloPractice, client.email))).json()
  const [invitation] = (await accountOf(client)).invitations
  await client.post(client.at(`/invitations/${invitation.invitationId}/answers`), { accepts: false })
  expect((await owner.get(`${clientsOf(soloPractice)}/${personId}/invitation`)).json()).toEqual({
    invitation: 'declined',
    waiting: null,
  })
  expect((await owner.get(`${clientsOf(soloPractice)}/${client.personId}`)).statusCode).toBe(404)
})

test('an invitation to another address is nobody’s to answer', async () => {
  const client = await newcomer()
  await owner.post(clientsOf(soloPractice), added(soloPractice, 'somebody.else@example.com'))
  const { id } = await house.as((tx) =>
    tx
      .selectFrom('clients.invitation')
      .select('id')
      .where('email', '=', 'somebody.else@example.com')
      .executeTakeFirstOrThrow(),
  )
  const answer = await client.post(client.at(`/invitations/${id}/answers`), { accepts: true })
  expect(answer.json().code).toBe('invitation_not_found')
  expect((await accountOf(client)).invitations).toEqual([])
})

test('a client of the practice is recognised by e-mail, put on the colleague’s list at once, and told', async () => {
  const first = groupPractice.members[0]?.id
  const second = groupPractice.members[1]?.id
  const email = `shared-${crypto.randomUUID()}@example.com`
  const at = clientsOf(groupPractice)
  const { personId } = (await neighbour.post(at, added(groupPractice, email, { clinicianMemberId: first }))).json()
  const again = await neighbour.post(at, added(groupPractice, email.toUpperCase(), { clinicianMemberId: second }))
  expect(again.json()).toEqual({ personId, outcome: 'recognised' })
  const list = (await neighbour.get(at)).json()
  const entry = list.find((each: { personId: string }) => each.personId === personId)
  expect(entry.clinicians.map(({ memberId }: { memberId: string }) => memberId)).toEqual([first, second])
  const letters = await house.as((tx) =>
    tx.selectFrom('house.mail').select('subject').where('recipient', '=', email).orderBy('id').execute(),
  )
  expect(letters.map(({ subject }) => subject.includes('has added you'))).toEqual([false, true])
})

test('a clinician of a group adds to their own list only', async () => {
  const theo = await house.login(groupPractice.members[1]?.userId ?? '')
  const of = (clinicianMemberId: string | undefined) =>
    theo.post(
      clientsOf(groupPractice),
      added(groupPractice, `${crypto.randomUUID()}@example.com`, { clinicianMemberId }),
    )
  expect((await of(groupPractice.members[0]?.id)).json().code).toBe('clinician_not_found')
  expect((await of(groupPractice.members[1]?.id)).statusCode).toBe(201)
})

test('a client is put away and taken out again, and each stays as a row', async () => {
  const email = `${crypto.randomUUID()}@example.com`
  const { personId } = (await owner.post(clientsOf(soloPractice), added(soloPractice, email))).json()
  const at = `${clientsOf(soloPractice)}/${personId}`
  const move = (archived: boolean) => owner.post(`${at}/archivings`, { archived })
  const standing = async () => (await owner.get(at)).json().standing
  expect((await move(false)).json().code).toBe('stands_so_already')
  expect((await move(true)).json()).toEqual({ archived: true })
  expect(await standing()).toBe('archived')
  expect((await move(false)).json()).toEqual({ archived: false })
  expect(await standing()).toBe('prospect')
})

test('whoever is a neighbour, as a practice or as a person, reads nothing of a client even without the server’s checks', async () => {
  const [client, other] = [await newcomer(), await newcomer()]
  await client.post(client.at('/insurance'), card)
  await addCard(client)
  await upload(client, jpeg)
  const { forms } = await accountOf(client)
  const { id: formId, version, sha256 } = forms[0]
  await client.post(client.at('/form-signatures'), { formId, version, sha256, typedName: 'Nora Vale' })
  const tables = [
    'clients.person',
    'clients.known_person',
    'clients.person_change',
    'clients.email_verification',
    'clients.login',
    'clients.policy',
    'clients.location',
    'clients.card_photo',
    'clients.form_signature',
    'charges.payment_method',
  ] as const
  const { portal } = house.database
  const now = house.world.clock.now()
  for (const table of tables) {
    const count = async (tx: Parameters<Parameters<typeof asPerson>[2]>[0]) =>
      (await tx.selectFrom(table).select('person_id').where('person_id', '=', client.personId).execute()).length
    const seen = {
      own: await asPerson(portal, { user: null, now, person: client.personId }, count),
      other: await asPerson(portal, { user: other.userId, now, person: other.personId }, count),
      practice: await asPractice(portal, { user: null, now, practice: groupPractice.id }, count),
    }
    expect([table, seen.own > 0, seen.other, seen.practice]).toEqual([table, true, 0, 0])
  }
})
