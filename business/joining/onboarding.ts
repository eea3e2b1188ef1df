import type { MarkedStep } from './onboarding-store.ts'

export type OnboardingStep = MarkedStep | 'licence' | 'npi' | 'bank_account'

export type OnboardingFacts = {
  hasLicence: boolean
  hasNpi: boolean
  hasBankAccount: boolean
  marks: readonly { step: MarkedStep; words: string }[]
}

/** What a new practice has to do, in the order in which it is best done; `by` says whether it is said or seen. */
export type OnboardingItem = { step: OnboardingStep; done: boolean; by: 'you_say' | 'we_see'; words: string | null }

const order: readonly OnboardingStep[] = [
  'profile',
  'licence',
  'npi',
  'malpractice_insurance',
  'caqh',
  'bank_account',
  'agreement',
]

export function onboarding({ hasLicence, hasNpi, hasBankAccount, marks }: OnboardingFacts): OnboardingItem[] {
  const seen: Partial<Record<OnboardingStep, boolean>> = {
    licence: hasLicence,
    npi: hasNpi,
    bank_account: hasBankAccount,
  }
  return order.map((step) => {
    const done = seen[step]
    if (done !== undefined) return { step, done, by: 'we_see', words: null }
    const mark = marks.find((each) => each.step === step)
    return { step, done: mark !== undefined, by: 'you_say', words: mark?.words ?? null }
  })
}
