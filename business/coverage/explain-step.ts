import type { Method, Outcome, Reason, TraceStep } from './answer.ts'
import { explainReason, isReason } from './explain-reason.ts'
import { networkName, stateName } from './service-areas.ts'

/** One rule of a decision for people: what was asked, what was found, on whose word. */
export type StepInWords = { rule: string; asked: string; found: string; source: string }

const questions: Record<string, string> = {
  exclusion: 'Are you excluded from federal health programs?',
  location: 'Where is your client?',
  coverage: 'Is the insurance active?',
  places: 'Which Blue plans serve that place?',
  authority: 'May you practice there, and does the plan count there?',
  routes: 'By which route could it be billed?',
  crisis: 'Is it a documented crisis?',
  choice: 'Which route is taken?',
  outcome: 'So may it be billed?',
}

const methods: Record<Method, string> = {
  in_network: 'in network',
  virtual_network: 'through the virtual network',
  bluecard: 'through the local Blue plan',
  crisis_exception: 'as a documented crisis',
}

const outcomes: Record<Outcome, string> = {
  billable: 'Yes.',
  billable_held: 'Yes, and the claim waits for the insurer.',
  needs_information: 'Something must be known first.',
  not_billable: 'No.',
}

/** A step of the trace in words: the codes, networks and states in what it found are named as people know them. */
export function explainStep({ rule, found, source }: TraceStep): StepInWords {
  return {
    rule,
    asked: questions[rule] ?? rule,
    found: rule === 'outcome' ? outcomeFound(found) : inWords(found),
    source,
  }
}

/** "billable: credentialed_in_state" */
function outcomeFound(found: string): string {
  const [outcome = '', because = ''] = found.split(': ')
  if (!(outcome in outcomes)) return inWords(found)
  const reasons = because.split(', ').filter(isReason).map(explainReason)
  return [outcomes[outcome as Outcome], ...reasons].join(' ')
}

function inWords(found: string): string {
  if (isReason(found)) return explainReason(found)
  const said = found
    .replace(
      /\b(in_network|virtual_network|bluecard|crisis_exception) to ([\w-]+)/g,
      (_, method: Method, network) => `${methods[method]} with ${networkName(network)}`,
    )
    .replace(/\bthe client is in ([A-Z]{2})$/, (_, state) => `the client is in ${stateName(state)}`)
    .replace(/[a-z]+(?:_[a-z]+)+/g, (code) => (isReason(code) ? clauseOf(code) : code.replaceAll('_', ' ')))
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}${said.endsWith('.') ? '' : '.'}`
}

function clauseOf(reason: Reason): string {
  const words = explainReason(reason).replace(/\.$/, '')
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`
}
