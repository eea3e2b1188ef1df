import { addDays, bankingDayOnOrAfter, type CalendarDate, dateInWords } from '../../libraries/calendar/index.ts'

export const switchNames = [
  'payer_pays',
  'payer_pays_less',
  'payer_denies',
  'payer_stays_silent',
  'payer_sends_twice',
  'payer_takes_back',
  'bank_returns',
  'card_declines',
  'clearinghouse_drops',
  'clearinghouse_away',
  'clearinghouse_back',
  'server_dies',
] as const

export type SwitchName = (typeof switchNames)[number]

export type PayerBehaviour = 'pays' | 'pays_less' | 'denies' | 'never_answers' | 'sends_twice' | 'takes_back'

/** What each payer switch orders from the simulated payer. */
export const payerSwitches: Partial<Record<SwitchName, PayerBehaviour>> = {
  payer_pays: 'pays',
  payer_pays_less: 'pays_less',
  payer_denies: 'denies',
  payer_stays_silent: 'never_answers',
  payer_sends_twice: 'sends_twice',
  payer_takes_back: 'takes_back',
}

/** A claim as its payer knows it: not there yet, undecided, paid, or decided otherwise. */
export type ClaimStands = 'not_sent' | 'open' | 'paid' | 'closed'

export function claimStands({ sent, answer }: { sent: boolean; answer: string | null }): ClaimStands {
  if (answer === 'paid' || answer === 'underpaid') return 'paid'
  if (answer !== null && answer !== 'absorbed') return 'closed'
  if (answer === 'absorbed') return 'closed'
  return sent ? 'open' : 'not_sent'
}

/** Why a payer can do nothing of the kind with a claim that it has decided; null where it can. */
export function refusePayerSwitch(behaviour: PayerBehaviour, stands: ClaimStands): string | null {
  if (stands === 'closed') return 'The insurer has decided this claim. Choose one that it has not, or the next claims.'
  if (stands === 'paid' && behaviour !== 'takes_back') {
    return 'The insurer has paid this claim already. It can only take the money back.'
  }
  return null
}

const deeds: Record<PayerBehaviour, string> = {
  pays: 'pays this claim in full',
  pays_less: 'pays $20.00 less than its contract',
  denies: 'denies this claim',
  never_answers: 'takes the claim and never answers',
  sends_twice: 'pays this claim, and sends the same remittance twice',
  takes_back: 'pays this claim, and takes the money back a banking day later',
}

/** What will happen when: the payer's next run is at six in the morning of the next banking day. */
export function sayPayerSwitch(
  behaviour: PayerBehaviour,
  claim: { stands: ClaimStands; payer: string | null; today: CalendarDate } | null,
): string {
  if (claim === null) {
    if (behaviour === 'never_answers') return 'Every insurer stays silent about the next claim that it receives.'
    return `On the banking day after it came, every insurer ${deeds[behaviour].replace('this claim', 'the next claim that it receives')}.`
  }
  const payer = claim.payer ?? 'the insurer'
  if (behaviour === 'never_answers')
    return `${capital(payer)} ${deeds.never_answers}. The practice is paid all the same.`
  if (claim.stands === 'not_sent') {
    return `On the banking day after the claim came, ${payer} ${deeds[behaviour]}. The claim goes out when the session locks, 48 hours after it was confirmed.`
  }
  const on = dateInWords(bankingDayOnOrAfter(addDays(claim.today, 1)))
  if (claim.stands === 'paid')
    return `On ${on}, ${payer} takes back what it paid for this claim, and keeps it out of other money from then on.`
  return `On ${on}, at six in the morning, ${payer} ${deeds[behaviour]}.`
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
