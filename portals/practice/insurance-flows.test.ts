import { afterAll, beforeAll, expect } from 'vitest'
import { recordAuthority } from '../../business/credentialing/authority-store.ts'
import { asOperations } from '../../database/act-as.ts'
import { inForce, mayaId, soloPractice, variantClients } from '../../server/story-network.ts'
import { flow } from '../flow.ts'
import { type FlowHouse, openFlowHouse } from '../flow-house.ts'

let house: FlowHouse

beforeAll(async () => {
  house = await openFlowHouse()
  const { databases, world } = house.server
  const at = world.clock.now()
  await asOperations(databases.operations, { user: null, now: at }, async (db) => {
    for (const state of ['TX', 'PA']) {
      const license = { practiceId: soloPractice.id, memberId: mayaId, state, kind: 'license' as const, number: null }
      await recordAuthority(db, { ...license, id: world.ids.next(), during: inForce, at, by: 'test' })
    }
  })
}, 180_000)

afterAll(() => house?.close())

flow(
  'a clinician reads where they may bill, and opts in to a virtual network after seeing what it changes',
  () => house,
  async (walker, turn) => {
    await walker.enterAs(/Maya Lindqvist/)
    await walker.goTo(/Insurance status/)
    await walker.arrives('Insurance status', 'insurance status')
    await walker.sees(/You can see clients who are in New York/)
    await walker.sees(/Members of any other Blue plan/)
    // Each walk takes a network that no other has taken.
    const networks = [
      'BCBS of Massachusetts, in Texas',
      'BCBS of Massachusetts, in New York',
      'Horizon BCBSNJ, in New York',
      'Horizon BCBSNJ, in Pennsylvania',
    ]
    const offers = await walker.page.getByRole('button', { name: /^Opt in to/ }).allTextContents()
    expect(offers.length).toBeGreaterThan(0)
    const name = await walker.page
      .getByRole('button', { name: /^Opt in to/ })
      .nth(0)
      .getAttribute('aria-label')
    expect(networks.length, `walk ${turn}`).toBeGreaterThan(turn % 4)
    await walker.press('button', name ?? '')
    await walker.sees(/planned or unbilled session/)
    await walker.looks('opting in')
    await walker.press('button', 'Opt in', { within: walker.page.getByRole('dialog'), exact: true })
    await walker.page.getByRole('dialog').waitFor({ state: 'detached' })
    await walker.press('button', (name ?? '').replace('Opt in to', 'Leave'))
    await walker.sees('What you confirmed before stays as it was.')
    await walker.press('button', 'Not now')
  },
)

flow(
  'what if a client travels: the map and the list say where they can be seen, why not elsewhere, and who could',
  () => house,
  async (walker) => {
    const { givenName, familyName } = variantClients.pays_in_june
    await walker.enterAs(/Maya Lindqvist/)
    await walker.goTo(/Insurance status/)
    await walker.press('link', 'On a map, and on another day')
    await walker.arrives('What if', 'what if for a clinician')
    await walker.sees('Where Maya Lindqvist could see clients')
    await walker.choose('Client', `${givenName} ${familyName}`)
    await walker.sees('Seen by Maya Lindqvist')
    await walker.press('link', 'Arizona')
    await walker.sees('Not billable there')
    await walker.press('button', 'What is known of it')
    await walker.sees(/Check with the state’s board before you rely on it/)
    await walker.page.keyboard.press('Escape')
    await walker.sees(/Nobody in the network can be billed/)
    await walker.looks('what if for a client')
  },
)

// Each walk enters the license of a state that no other walk enters.
const states = ['Vermont', 'Maine', 'Ohio', 'Iowa', 'Utah', 'Idaho', 'Kansas', 'Nevada']

flow(
  'the operator’s staff enter a license after seeing which sessions it turns around, and its history keeps who, when and why',
  () => house,
  async (walker, turn) => {
    const dialog = walker.page.getByRole('dialog')
    const state = states[turn] ?? ''
    await walker.enterAs(/Robin Calder/)
    await walker.goTo(/Clinicians/)
    await walker.arrives('Clinicians', 'clinicians')
    await walker.write('Find a clinician', 'maya')
    await walker.sees('One clinician')
    await walker.press('link', 'Maya Lindqvist')
    await walker.arrives('Maya Lindqvist', 'a clinician’s credentialing')

    await walker.press('button', 'Change: New York license')
    await walker.write('Last day, if it ends', '2026-04-08', { within: dialog })
    await walker.sees(/sessions? can no longer be billed/)
    await dialog
      .getByText(`${variantClients.pays_late.givenName} ${variantClients.pays_late.familyName}, Thu, Apr 9`)
      .waitFor()
    await walker.looks('what a license that ends turns around')
    await walker.press('button', 'Cancel', { within: dialog })

    await walker.press('button', 'Enter a license, privilege or permit')
    await walker.choose('State', state, { within: dialog })
    await walker.write('From', '2026-06-10', { within: dialog, exact: true })
    await walker.write('Last day, if it ends', '2026-06-01', { within: dialog })
    await walker.sees(/It would end on Tue, Jun 2, 2026, not after it begins/)
    await walker.write('Last day, if it ends', '2028-05-31', { within: dialog })
    await walker.sees(/planned and unbilled sessions changes/)
    await walker.press('button', 'Save', { within: dialog })
    await walker.sees('Say it in a few words: it is kept with the entry.')
    await walker.write('Why', 'The register of the board', { within: dialog })
    await walker.press('button', 'Save', { within: dialog })
    await dialog.waitFor({ state: 'detached' })
    const entries = walker.page.getByRole('region', { name: 'Everything that was entered' })
    await entries.getByText(`${state} license: Wed, Jun 10, 2026 to Wed, May 31, 2028`).waitFor()
    await entries.getByText('Robin Calder: The register of the board').first().waitFor()
  },
)
