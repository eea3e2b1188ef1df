import { formatCents, zero } from '../../libraries/money/index.ts'
import { type Mark, type Step, Timeline } from '../design/timeline.tsx'
import { useClientPlace } from './client-place.ts'
import { type Language, type Say, useLanguage, useWords } from './messages.ts'
import { sayDayNear } from './say-visit.ts'
import { visitWords } from './visit-words.ts'
import type { Past, StoryStep } from './visits-contract.ts'

type Key = keyof (typeof visitWords)['en']

const heads = {
  nothing_to_do: 'headNothing',
  card_needs_you: 'headCard',
  refund_comes: 'headRefund',
  you_owe_nothing: 'headRefused',
  all_settled: 'headSettled',
  called_off: 'headCalledOff',
} as const

/** What a visit's story says before its steps: whether there is something to do. */
export function sayHead(say: Say<Key>, { story }: Pick<Past, 'story'>): string {
  return say(heads[story.head])
}

/** The life of a visit and its claim for the client: what happened, where it stands, what comes next and who acts. */
export function ClaimStory({ visit }: { visit: Past }) {
  const say = useWords(visitWords)
  const language = useLanguage()
  const { today } = useClientPlace()
  const seen = { say, language, today, visit }
  return <Timeline narrow steps={visit.story.steps.map((step, place) => stepOf(step, place, seen))} />
}

type Seen = { say: Say<Key>; language: Language; today: Parameters<typeof sayDayNear>[1]; visit: Past }

function stepOf(step: StoryStep, place: number, { say, language, today, visit }: Seen): Step {
  const day = (on: StoryStep['on']) => (on === null ? null : sayDayNear(language, today, on))
  const when = () => {
    if (step.kind === 'price_expected') return say('afterThat')
    const on = day(step.on)
    if (on === null) return ''
    return step.state === 'expected' && byThen.includes(step.kind) ? say('by', { day: on }) : on
  }
  const values = {
    clinician: visit.clinicianName,
    practice: visit.practiceName,
    payer: visit.payerName ?? '',
    amount: formatCents(step.cents ?? zero),
    lastFour: step.card?.lastFour ?? '',
    day: step.again == null ? '' : (day(step.again) ?? ''),
  }
  const { name, words } = wordsOf(step, visit)
  return {
    id: `${place}-${step.kind}`,
    mark: markOf(step),
    name: say(name, { ...values, amount: amountOf(step, visit, name) }),
    when: when(),
    ...(words === null ? {} : { words: say(words, values) }),
  }
}

const byThen: readonly StoryStep['kind'][] = [
  'plan_confirms_receipt',
  'plan_decides',
  'refusal_becomes_final',
  'claim_waits',
]

function amountOf(step: StoryStep, visit: Past, name: Key): string {
  return formatCents(name === 'stepRefusalFinalBack' ? visit.paidCents : (step.cents ?? zero))
}

function markOf({ state, kind }: StoryStep): Mark {
  if (kind === 'refunded') return 'paid'
  return state === 'expected' ? 'wait' : state
}

function wordsOf(step: StoryStep, visit: Past): { name: Key; words: Key | null } {
  const card = step.card == null ? null : ('stepCard' as const)
  switch (step.kind) {
    case 'planned':
      return { name: 'stepPlanned', words: null }
    case 'seen':
      return { name: 'stepSeen', words: null }
    case 'cancelled_by_you':
      return { name: 'stepCancelledByYou', words: null }
    case 'cancelled_by_practice':
      return { name: 'stepCancelledByPractice', words: null }
    case 'missed':
      return { name: 'stepMissed', words: null }
    case 'did_not_take_place':
      return { name: 'stepNotHeld', words: 'stepNotHeldWords' }
    case 'clinician_confirms':
      return { name: 'stepConfirms', words: 'stepConfirmsWords' }
    case 'you_paid':
      return { name: 'stepPaid', words: card }
    case 'you_paid_fee':
      return { name: 'stepPaidFee', words: card }
    case 'card_refused':
      return { name: 'stepRefusedCard', words: step.again == null ? 'stepRefusedCardEnd' : 'stepRefusedCardWords' }
    case 'no_card':
      return { name: 'stepNoCard', words: 'stepNoCardWords' }
    case 'you_will_pay':
      return { name: 'stepWillPay', words: 'stepWillPayWords' }
    case 'you_will_pay_fee':
      return { name: 'stepWillPayFee', words: 'stepWillPayWords' }
    case 'refund_on_its_way':
      return { name: 'stepOnItsWay', words: 'stepRefundWords' }
    case 'refunded':
      return { name: 'stepRefunded', words: 'stepRefundWords' }
    case 'price_expected':
      return { name: 'stepExpected', words: 'stepExpectedWords' }
    case 'price_final':
      return { name: 'stepFinal', words: null }
    default:
      return claimWordsOf(step, step.kind, visit)
  }
}

function claimWordsOf(
  step: StoryStep,
  kind: Extract<StoryStep['kind'], `claim_${string}` | `plan_${string}` | 'refusal_becomes_final'>,
  visit: Past,
): { name: Key; words: Key | null } {
  switch (kind) {
    case 'claim_waits':
      return { name: 'stepWaits', words: 'stepWaitsWords' }
    case 'claim_goes_out':
      return { name: 'stepGoesOut', words: null }
    case 'claim_sent':
      return { name: 'stepSent', words: 'stepSentWords' }
    case 'plan_has_it':
      return { name: 'stepHas', words: step.state === 'now' ? 'stepHasWords' : null }
    case 'plan_confirms_receipt':
      return { name: 'stepReceipt', words: step.state === 'late' ? 'stepReceiptLate' : null }
    case 'plan_sent_it_back':
      return { name: 'stepSentBack', words: 'stepSentBackWords' }
    case 'plan_decides':
      return { name: 'stepDecides', words: null }
    case 'plan_is_late':
      return { name: 'stepIsLate', words: 'stepIsLateWords' }
    case 'plan_paid':
      return { name: step.cents === zero ? 'stepPlanPaidNothing' : 'stepPlanPaid', words: null }
    case 'plan_refused':
      return { name: 'stepRefused', words: 'stepRefusedWords' }
    case 'plan_took_back':
      return { name: 'stepTookBack', words: 'stepTookBackWords' }
    case 'refusal_becomes_final':
      return { name: visit.paidCents > zero ? 'stepRefusalFinalBack' : 'stepRefusalFinal', words: null }
  }
}
