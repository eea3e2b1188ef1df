import { compileTable, type LoopTable } from './loop-table.ts'
import { claimAcknowledgementTable } from './tables/table-277ca.ts'
import { remittanceTable } from './tables/table-835.ts'
import { professionalClaimTable } from './tables/table-837p.ts'
import { acknowledgementTable } from './tables/table-999.ts'
import { claimStatusAnswerTable, claimStatusInquiryTable } from './tables/table-claim-status.ts'
import { eligibilityAnswerTable, eligibilityInquiryTable } from './tables/table-eligibility.ts'

/** The transaction sets that are read here, each in its 005010 version. */
export type SetName = '837P' | '835' | '999' | '277CA' | '270' | '271' | '276' | '277'

export type SupportedSet = {
  name: SetName
  /** ST01 and GS01. */
  set: string
  functionalCode: string
  /** The version written; older errata of the same guide are read as well. */
  version: string
  /** ST03 is written, and expected, in all guides but the 835's. */
  namesVersion: boolean
  table: LoopTable
}

const sets: (SupportedSet & { versions: RegExp })[] = [
  {
    ...{ name: '837P', set: '837', functionalCode: 'HC', version: '005010X222A1', namesVersion: true },
    versions: /^005010X222(A1|A2)?$/,
    table: compileTable(professionalClaimTable),
  },
  {
    ...{ name: '835', set: '835', functionalCode: 'HP', version: '005010X221A1', namesVersion: false },
    versions: /^005010X221(A1)?$/,
    table: compileTable(remittanceTable),
  },
  {
    ...{ name: '999', set: '999', functionalCode: 'FA', version: '005010X231A1', namesVersion: true },
    versions: /^005010X231(A1)?$/,
    table: compileTable(acknowledgementTable),
  },
  {
    ...{ name: '277CA', set: '277', functionalCode: 'HN', version: '005010X214', namesVersion: true },
    versions: /^005010X214(A1|E1|E2)?$/,
    table: compileTable(claimAcknowledgementTable),
  },
  {
    ...{ name: '270', set: '270', functionalCode: 'HS', version: '005010X279A1', namesVersion: true },
    versions: /^005010X279(A1)?$/,
    table: compileTable(eligibilityInquiryTable),
  },
  {
    ...{ name: '271', set: '271', functionalCode: 'HB', version: '005010X279A1', namesVersion: true },
    versions: /^005010X279(A1)?$/,
    table: compileTable(eligibilityAnswerTable),
  },
  {
    ...{ name: '276', set: '276', functionalCode: 'HR', version: '005010X212', namesVersion: true },
    versions: /^005010X212(E1|E2)?$/,
    table: compileTable(claimStatusInquiryTable),
  },
  {
    ...{ name: '277', set: '277', functionalCode: 'HN', version: '005010X212', namesVersion: true },
    versions: /^005010X212(E1|E2)?$/,
    table: compileTable(claimStatusAnswerTable),
  },
]

/** The set of this ST01 and version; null when it is not read here. */
export function supportedSet(set: string, version: string): SupportedSet | null {
  return sets.find((each) => each.set === set && each.versions.test(version)) ?? null
}

export function setNamed(name: SetName): SupportedSet {
  const found = sets.find((each) => each.name === name)
  if (found === undefined) throw new RangeError(`There is no set ${name}`)
  return found
}

/** GS01 by ST01, for telling a set in the wrong group. */
export const functionalCodes: Readonly<Record<string, string>> = {
  ...{ '837': 'HC', '835': 'HP', '999': 'FA', '997': 'FA', '277': 'HN', '276': 'HR', '270': 'HS', '271': 'HB' },
  ...{ '278': 'HI', '834': 'BE', '820': 'RA' },
}
