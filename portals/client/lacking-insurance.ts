import type { AddressEntered } from './address-part.tsx'

export type InsuranceFields = {
  planId: string | null
  planAsTold: string
  memberId: string
  groupNumber: string
  suitcase: 'yes' | 'no' | null
  holder: 'self' | 'other' | null
  holderGivenName: string
  holderFamilyName: string
  holderDateOfBirth: string
  sex: 'F' | 'M' | 'U' | null
  from: string
  address: AddressEntered | null
}

/** What of an insurance card is still to be entered, in words, by field. */
export function lackingInsurance(
  fields: InsuranceFields,
  { asksSuitcase, notListed }: { asksSuitcase: boolean; notListed: string },
): Partial<Record<keyof InsuranceFields, string>> {
  const isOther = fields.holder === 'other'
  const lacks: [keyof InsuranceFields, boolean, string][] = [
    ['planId', fields.planId === null, 'Choose your plan.'],
    [
      'planAsTold',
      fields.planId === notListed && fields.planAsTold.trim() === '',
      'Write the name of the plan as it stands on the card.',
    ],
    ['memberId', !/^[A-Za-z0-9 -]{2,40}$/.test(fields.memberId.trim()), 'Write the member ID as it is printed.'],
    ['suitcase', asksSuitcase && fields.suitcase === null, 'Say whether there is a suitcase on the card.'],
    ['holder', fields.holder === null, 'Say whose plan it is.'],
    ['holderGivenName', isOther && fields.holderGivenName.trim() === '', 'Enter their first name.'],
    ['holderFamilyName', isOther && fields.holderFamilyName.trim() === '', 'Enter their last name.'],
    ['holderDateOfBirth', isOther && fields.holderDateOfBirth === '', 'Enter their date of birth.'],
    ['sex', fields.sex === null, 'Say what the insurer has.'],
    ['from', fields.from === '', 'Enter the day from which it counts.'],
  ]
  return Object.fromEntries(lacks.flatMap(([field, isLacking, words]) => (isLacking ? [[field, words]] : [])))
}
