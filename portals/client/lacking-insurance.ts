import type { AccountKey } from './account-words.ts'
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

/** What of an insurance card is still to be entered, as a key of the account's words, by field. */
export function lackingInsurance(
  fields: InsuranceFields,
  { asksSuitcase, notListed }: { asksSuitcase: boolean; notListed: string },
): Partial<Record<keyof InsuranceFields, AccountKey>> {
  const isOther = fields.holder === 'other'
  const lacks: [keyof InsuranceFields, boolean, AccountKey][] = [
    ['planId', fields.planId === null, 'lackPlan'],
    ['planAsTold', fields.planId === notListed && fields.planAsTold.trim() === '', 'lackPlanName'],
    ['memberId', !/^[A-Za-z0-9 -]{2,40}$/.test(fields.memberId.trim()), 'lackMemberId'],
    ['suitcase', asksSuitcase && fields.suitcase === null, 'lackSuitcase'],
    ['holder', fields.holder === null, 'lackHolder'],
    ['holderGivenName', isOther && fields.holderGivenName.trim() === '', 'lackTheirFirstName'],
    ['holderFamilyName', isOther && fields.holderFamilyName.trim() === '', 'lackTheirLastName'],
    ['holderDateOfBirth', isOther && fields.holderDateOfBirth === '', 'lackTheirBirth'],
    ['sex', fields.sex === null, 'lackSex'],
    ['from', fields.from === '', 'lackFrom'],
  ]
  return Object.fromEntries(lacks.flatMap(([field, isLacking, words]) => (isLacking ? [[field, words]] : [])))
}
