import { afterAll, beforeAll } from 'vitest'
import { addHours } from '../../libraries/calendar/index.ts'
import { flow } from '../flow.ts'
import { type FlowHouse, openFlowHouse } from '../flow-house.ts'

let house: FlowHouse

beforeAll(async () => {
  house = await openFlowHouse()
}, 180_000)

afterAll(() => house?.close())

flow(
  'a therapist finds a client, records where they are, and sees at once that it cannot be billed there and why',
  () => house,
  async (walker, turn) => {
    await walker.enterAs(/Maya Lindqvist/)
    await walker.arrives(/Maya/, 'home')
    await walker.goTo('Clients')
    await walker.arrives('Clients', 'clients')
    await walker.write('Search', 'fenw')
    await walker.press('link', 'Ada Fenwick')
    await walker.sees('Billable in network')
    await walker.arrives('Ada Fenwick', 'client, billing')
    const label = `Parents ${turn}`
    const locations = walker.page.getByRole('region', { name: 'Locations', exact: true })
    await walker.press('button', 'New location', { within: locations })
    await walker.page.getByRole('dialog', { name: 'New location' }).waitFor()
    const dialog = { within: walker.page.getByRole('dialog', { name: 'New location' }) }
    await walker.press('button', 'Record the location', dialog)
    await walker.sees('Write the street with its number')
    await walker.looks('new location with its faults')
    await walker.write('Name of the place', label, dialog)
    await walker.write('Street and number', '8 Bay Street', dialog)
    await walker.write('City', 'Boston', dialog)
    await walker.write('State', 'Massachusetts', dialog)
    await walker.choose('State', 'Massachusetts', dialog)
    await walker.write('ZIP code', '02115', dialog)
    await walker.press('button', 'Record the location', dialog)
    const box = walker.page.getByRole('article', { name: `Virtual · ${label}, Boston, MA` })
    await box.getByText('Not billable there').waitFor()
    await box.getByText('You are not licensed in the state where your client is.').first().waitFor()
    await box.getByText('Get licensed in Massachusetts.').waitFor()
    await walker.press('button', /^Why: Virtual · Parents/, { within: box })
    await walker.sees('May you practice there, and does the plan count there?')
    await walker.looks('why, in its drawer')
    await walker.page.keyboard.press('Escape')
    await walker.press('button', `End ${label}`)
    const ending = { within: walker.page.getByRole('dialog', { name: `End ${label}` }) }
    await walker.press('button', 'End this place', ending)
    await walker.sees(new RegExp(`${label}`))
  },
)

flow(
  'a therapist adds a client by e-mail, archives them and takes them up again',
  () => house,
  async (walker, turn) => {
    const name = `Juno Wren${'abcdefgh'.charAt(turn)}`
    await walker.enterAs(/Maya Lindqvist/)
    await walker.sees(/Good \w+, Maya/)
    await walker.goTo('Clients')
    await walker.press('button', 'Add client')
    const dialog = { within: walker.page.getByRole('dialog', { name: 'Add client' }) }
    await walker.write('First name', 'Juno', dialog)
    await walker.write('Last name', name.split(' ')[1] ?? '', dialog)
    await walker.press('button', 'Add client', dialog)
    await walker.sees('Write the e-mail address, as ada@mail.example.')
    await walker.write('E-mail', `juno.${turn}@mail.example`, dialog)
    await walker.looks('add client')
    await walker.press('button', 'Add client', dialog)
    await walker.arrives(name, 'a new client')
    await walker.sees('No plan on file for')
    await walker.press('button', 'Archive')
    const archive = { within: walker.page.getByRole('dialog', { name: `Archive ${name}` }) }
    await walker.press('button', 'Archive', { ...archive, exact: true })
    await walker.page.getByRole('button', { name: 'Reopen' }).waitFor()
    await walker.goTo('Clients')
    await walker.press('link', 'Archived')
    await walker.press('link', name)
    await walker.press('button', 'Reopen')
    await walker.page.getByRole('button', { name: 'Archive' }).waitFor()
    await walker.goTo('Clients')
    await walker.press('link', 'Prospects')
    await walker.arrives('Clients', 'prospects')
    await walker.sees(name)
    await walker.page
      .getByRole('list', { name: `Readiness of ${name}` })
      .getByText('No insurance on file')
      .waitFor()
  },
)

flow(
  'lists of sessions are narrowed by client and day, and the address keeps it',
  () => house,
  async (walker) => {
    await walker.enterAs(/Maya Lindqvist/)
    await walker.sees(/Good \w+, Maya/)
    await walker.goTo(/Sessions/)
    await walker.press('link', 'All', { exact: true })
    await walker.choose('Client', 'Clara Winslow')
    await walker.page.waitForURL(/client=/)
    await walker.arrives('Sessions', 'sessions of one client')
    await walker.page.reload()
    await walker.page.getByRole('link', { name: 'Clara Winslow' }).first().waitFor()
    await walker.write('From', '2026-04-09')
    await walker.sees('No session on this list is of that client and those days.')
    await walker.press('button', 'Show all of them')
    await walker.page.getByRole('link', { name: 'Ada Fenwick' }).first().waitFor()
  },
)

flow(
  'an owner sets the room for virtual sessions, reads the agreement and sees the devices that are signed in',
  () => house,
  async (walker, turn) => {
    await walker.enterAs(/Maya Lindqvist/)
    await walker.sees(/Good \w+, Maya/)
    await walker.goTo('Settings')
    await walker.arrives('Settings', 'profile')
    await walker.press('link', 'Locations')
    await walker.arrives('Room for virtual sessions', 'locations')
    await walker.write('Maya Lindqvist', `https://rooms.example/maya-${turn}`)
    await walker.press('button', 'Save')
    await walker.page.getByRole('button', { name: 'Save', disabled: true }).waitFor()
    await walker.press('link', 'Rates and agreement')
    await walker.sees('$118.00')
    await walker.arrives('Your rates', 'agreement')
    await walker.press('link', 'Security')
    await walker.sees(/this one/)
    await walker.arrives('Signed-in devices', 'security')
  },
)

flow(
  'an owner of a group looks at the whole practice, then at one clinician’s workspace',
  () => house,
  async (walker) => {
    await walker.enterAs(/Ines Okafor/)
    await walker.arrives(/Ines/, 'home of a group')
    await walker.press('button', /Practice and account/)
    await walker.press('link', 'Theo Brandt')
    await walker.page.waitForURL(/clinician=/)
    await walker.sees('Workspace of Theo Brandt')
    await walker.goTo('Clients')
    await walker.page.waitForURL(/clinician=/)
    await walker.arrives('Clients', 'clients of one clinician')
    await walker.press('button', /Practice and account/)
    await walker.press('link', 'Whole practice')
    await walker.page.waitForURL((url) => !url.search.includes('clinician'))
  },
)

// The clock is moved by one walk for all: each owner of the two practices changes their own account once.
flow(
  'an owner changes the bank account, and proves it by the code on the statement',
  () => house,
  async (walker, turn) => {
    const owner = turn % 2 === 0 ? /Maya Lindqvist/ : /Ines Okafor/
    const ends = `77${turn}5`
    await walker.enterAs(owner)
    await walker.sees(/Good \w+, (Maya|Ines)/)
    await walker.goTo('Settings')
    await walker.press('link', 'Bank account')
    await walker.sees('Your pay goes there.')
    await walker.press('button', 'Change bank account')
    const dialog = { within: walker.page.getByRole('dialog', { name: 'Change bank account' }) }
    await walker.write('Name on the account', 'PRACTICE LLC', dialog)
    await walker.write('Routing number', '123456789', dialog)
    await walker.write('Account number', `100155${ends}`, dialog)
    await walker.press('button', 'Change account', dialog)
    await walker.sees('This is no routing number')
    await walker.looks('change bank account')
    await walker.write('Routing number', '123456780', dialog)
    await walker.press('button', 'Change account', dialog)
    await walker.sees(new RegExp(`account ending ${ends}`))
    await walker.sees('Verify your bank account: your pay goes out the next banking day after that.')
    await walker.arrives('Bank account', 'an account that waits')

    const now = house.server.world.clock.now()
    await house.server.advance(addHours(now, 24 * 6))
    await walker.page.reload()
    const statement = await walker.page.getByText(/your bank’s statement of .* shows/).textContent()
    const code = /ACCTVERIFY ([A-Z]{3})/.exec(statement ?? '')?.[1] ?? ''
    await walker.write('Code on your statement', code)
    await walker.press('button', 'Verify bank account')
    await walker.sees('Your pay goes there.')
    await walker.arrives('Bank account', 'an account in use')
  },
)

flow(
  'an owner brings clients from another system, sees every line first, and takes them back',
  () => house,
  async (walker, turn) => {
    const name = `Quill${'abcdefgh'.charAt(turn)}`
    const csv = `First Name,Last Name,Email,DOB\n${name},Otter,quill-${turn}@example.com,1990-01-02\nNo,Address,not one,\n`
    await walker.enterAs(/Maya Lindqvist/)
    await walker.goTo('Settings')
    await walker.press('link', 'Import and export')
    await walker.sees('Bring clients from another system')
    await walker.looks('import and export')
    // The file dialog is the system's own; only what it hands over is the page's.
    const file = { name: `clients-${turn}.csv`, mimeType: 'text/csv', buffer: Buffer.from(csv) }
    await walker.page.locator('input[type=file]').first().setInputFiles(file)
    await walker.sees('1 new client')
    await walker.sees('Line 3, Email')
    await walker.looks('what a file would bring')
    await walker.press('button', 'Import the lines without errors')
    await walker.sees('Imported: 1 client')
    await walker.press('button', `Take back clients-${turn}.csv`)
    await walker.sees('taken back')
    await walker.looks('what was brought')
  },
)

flow(
  'the office gives a client to a colleague, after it has seen where the colleague may bill them',
  () => house,
  async (walker, turn) => {
    const to = turn % 2 === 0 ? 'Ines Okafor' : 'Theo Brandt'
    await walker.enterAs(/Sam Whitlow/)
    await walker.goTo('Clients')
    await walker.press('link', 'Prospects')
    await walker.press('link', 'Hollis Varga')
    await walker.press('button', 'Transfer')
    const dialog = { within: walker.page.getByRole('dialog', { name: 'Transfer Hollis Varga' }) }
    await walker.choose('To whom?', to, dialog)
    await walker.sees(`Where ${to} may bill`)
    await walker.looks('a transfer, before it is done')
    await walker.press('button', `Transfer to ${to}`, dialog)
    await walker.page.getByRole('dialog').waitFor({ state: 'detached' })
    await walker.sees(to)
  },
)
