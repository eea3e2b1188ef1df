import stateList from '../../../business/coverage/data/states.json' with { type: 'json' }
import type { Facts } from '../../../business/coverage/facts.ts'
import { factsOf, type WrittenFacts } from '../../../business/coverage/facts-of.ts'
import { builtInAreas, networkName, stateName } from '../../../business/coverage/service-areas.ts'
import type { BillingExample } from './article.ts'

/** What a reader may change of a billing example; credentials and licenses as facts-of.ts writes them. */
export type Draft = {
  client: string
  plan: string
  licensed: string[]
  credentialed: string[]
  crisis: 'none' | 'told' | 'untold'
}

export type Choice = { value: string; label: string }

const split = (written: string | undefined) => (written ?? '').split('; ').filter((one) => one !== '')

export function draftOf({ facts }: Pick<BillingExample, 'facts'>): Draft {
  return {
    client: facts.client ?? 'CA',
    plan: facts.plan ?? 'aetna',
    licensed: split(facts.licensed),
    credentialed: split(facts.credentialed),
    crisis: facts.crisis ?? 'none',
  }
}

const crises: Record<Draft['crisis'], NonNullable<WrittenFacts['crisis']> | null> = {
  none: null,
  told: { codes: ['90839'], narrative: 'What happened', resolution: 'How it ended' },
  untold: { codes: ['90839'], narrative: null, resolution: null },
}

export function factsOfDraft(draft: Draft): Facts {
  return factsOf('example', {
    client: draft.client,
    plan: draft.plan,
    licensed: draft.licensed.join('; '),
    credentialed: draft.credentialed.join('; '),
    crisis: crises[draft.crisis],
  })
}

/** Places that differ within a state stand beside it; elsewhere the state says enough for these examples. */
const towns: Record<string, Choice[]> = {
  NY: [
    { value: 'NY/36061', label: 'New York: Manhattan' },
    { value: 'NY/36029', label: 'New York: Buffalo' },
  ],
  VA: [
    { value: 'VA/51760', label: 'Virginia: Richmond' },
    { value: 'VA/51059', label: 'Virginia: Fairfax County, nobody said on which side of the road' },
    { value: 'VA/51059/carefirst', label: 'Virginia: Fairfax County, served by CareFirst' },
    { value: 'VA/51059/anthem-va', label: 'Virginia: Fairfax County, served by Anthem' },
  ],
  MO: [
    { value: 'MO/29095', label: 'Missouri: Kansas City' },
    { value: 'MO/29510', label: 'Missouri: Saint Louis' },
  ],
}

export const places: readonly Choice[] = [
  ...stateList.states.flatMap(({ code, name }) => towns[code] ?? [{ value: code, label: capital(name) }]),
  { value: 'outside_us', label: 'Outside the United States' },
]

export const plans: readonly Choice[] = [
  { value: 'aetna', label: 'Aetna' },
  { value: 'bsca BlueCard', label: 'Blue Shield of California, with BlueCard' },
  { value: 'bcbs-nc BlueCard', label: 'Blue Cross NC, with BlueCard' },
  { value: 'bcbs-ma', label: 'Blue Cross of Massachusetts, without BlueCard' },
]

/** The licenses to choose from: those of the example, the place's state, and the plan's home. */
export function licenseChoices(draft: Draft, example: Pick<BillingExample, 'facts'>): Choice[] {
  const states = [...split(example.facts.licensed), ...draft.licensed, stateOf(draft.client)].filter(isSomewhere)
  return [...new Set(states)].map((value) => ({ value, label: capital(stateName(value)) }))
}

/** The credentials to choose from: the plan's own and its virtual network there, the local Blues, and the example's. */
export function credentialChoices(draft: Draft, example: Pick<BillingExample, 'facts'>): Choice[] {
  const facts = factsOfDraft(draft)
  const location = facts.session.clientLocation
  const state = stateOf(draft.client)
  const { network, isBlue } = facts.plan
  const local = location === null || !isSomewhere(state) ? [] : builtInAreas.localBluesAt(location).flat()
  const there = isSomewhere(state)
    ? [
        `${network} ${state}`,
        ...(isBlue ? [`${network} ${state} virtual`, ...local.map((blue) => `${blue} ${state}`)] : []),
      ]
    : []
  const all = [...split(example.facts.credentialed), ...draft.credentialed, ...there]
  return [...new Set(all)].map((value) => ({ value, label: sayCredential(value) }))
}

/** "Blue Cross NC in New York", "the virtual network of Blue Cross NC in New York". */
export function sayCredential(written: string): string {
  const [network = '', state = '', virtual] = written.split(' ')
  const name = networkName(network)
  return `${virtual === 'virtual' ? `Virtual network of ${name}` : name} in ${stateName(state)}`
}

function stateOf(client: string): string {
  return client.split('/')[0] ?? client
}

function isSomewhere(state: string): boolean {
  return /^[A-Z]{2}$/.test(state)
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
