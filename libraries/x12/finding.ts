/** How bad it is: an error refuses the file, a warning is worth a look, information is neither. */
export type Severity = 'error' | 'warning' | 'information'

/** Which kind of check spoke, in the order the checks are made. */
export type Level = 'envelope' | 'syntax' | 'requirement' | 'balance' | 'situation' | 'code'

/** Where in the file a finding points. Segments count from 1; `segmentInSet` counts ST as 1, as a 999 does. */
export type Place = {
  byteOffset: number
  line: number
  segmentNumber: number
  segmentInSet: number | null
  segment: string
  loop: string | null
  claim: string | null
}

/** One thing that is wrong, fit for a person, for a test and for a 999. */
export type Finding = Place & {
  code: FindingCode
  level: Level
  severity: Severity
  /** 1 for CLP01; null when the whole segment is meant. */
  element: number | null
  /** 2 for SV101-2; null when the whole element is meant. */
  component: number | null
  value: string | null
  expected: string | null
  message: string
  /** What is there minus what should be there, in cents, for findings about money. */
  difference: number | null
  interchangeControlNumber: string | null
  groupControlNumber: string | null
  transactionControlNumber: string | null
}

/** The closed list of what can be found. */
export type FindingCode = keyof typeof findingCodes

/** Every finding code, its level, its usual severity, and what it says. */
export const findingCodes = {
  no_interchange: ['envelope', 'error', 'No ISA segment was found: this is not an X12 file'],
  bad_isa: ['envelope', 'error', 'The ISA segment is not 106 characters with its separators in place'],
  bad_delimiters: ['envelope', 'error', 'The separators of the interchange are not four different marks'],
  junk: ['envelope', 'warning', 'Text outside the interchange was skipped'],
  wrapped_lines: ['envelope', 'warning', 'The file is wrapped into lines inside its segments'],
  byte_order_mark: ['envelope', 'information', 'The file begins with a byte order mark'],
  not_utf8: ['syntax', 'information', 'Text beyond ASCII was read as Latin-1'],
  truncated: ['envelope', 'error', 'The file ends in the middle of a segment'],
  missing_iea: ['envelope', 'error', 'The interchange has no IEA trailer'],
  missing_ge: ['envelope', 'error', 'The functional group has no GE trailer'],
  missing_se: ['envelope', 'error', 'The transaction set has no SE trailer'],
  missing_gs: ['envelope', 'error', 'A transaction set stands outside a functional group'],
  misplaced_envelope: ['envelope', 'error', 'An envelope segment stands where none may be'],
  isa_control_number: ['envelope', 'error', 'IEA02 is not the control number of ISA13'],
  iea_count: ['envelope', 'error', 'IEA01 is not the number of functional groups'],
  gs_control_number: ['envelope', 'error', 'GE02 is not the control number of GS06'],
  ge_count: ['envelope', 'error', 'GE01 is not the number of transaction sets'],
  st_control_number: ['envelope', 'error', 'SE02 is not the control number of ST02'],
  se_count: ['envelope', 'error', 'SE01 is not the number of segments from ST to SE'],
  duplicate_control_number: ['envelope', 'error', 'The control number has been used before in this file'],
  version_mismatch: ['envelope', 'error', 'The version of the transaction set is not that of its group'],
  functional_code: ['envelope', 'error', 'The functional code of the group is not the one of its sets'],
  unsupported_set: ['envelope', 'error', 'This kind or version of transaction set is not read here'],
  empty_group: ['envelope', 'error', 'The functional group holds no transaction set'],
  empty_interchange: ['envelope', 'error', 'The interchange holds no functional group and no TA1'],
  bad_segment_id: ['syntax', 'error', 'This is no segment: its name is not two or three capitals and digits'],
  empty_segment: ['syntax', 'warning', 'An empty segment stands between two terminators'],
  control_character: ['syntax', 'error', 'A control character stands inside an element'],
  unknown_segment: ['requirement', 'error', 'No segment of this name or qualifier is known in this set'],
  misplaced_segment: ['requirement', 'error', 'The segment may not stand here'],
  missing_segment: ['requirement', 'error', 'A required segment is missing'],
  missing_loop: ['requirement', 'error', 'A required loop is missing'],
  loop_marks: ['requirement', 'error', 'The loop does not stand between its LS and its LE'],
  too_many_segments: ['requirement', 'error', 'The segment is repeated more often than allowed'],
  too_many_loops: ['requirement', 'error', 'The loop is repeated more often than allowed'],
  missing_element: ['requirement', 'error', 'A required element is missing'],
  unused_element: ['requirement', 'error', 'The guide does not use this element here'],
  too_many_elements: ['requirement', 'error', 'The segment has more elements than it may'],
  bad_code: ['requirement', 'error', 'The value is not one of the codes allowed here'],
  bad_amount: ['syntax', 'error', 'This is not an amount of money in dollars and cents'],
  bad_number: ['syntax', 'error', 'This is not a number'],
  bad_date: ['syntax', 'error', 'This is not a day of the calendar'],
  bad_time: ['syntax', 'error', 'This is not a time of day'],
  too_long: ['syntax', 'error', 'The element is longer than allowed'],
  too_short: ['syntax', 'error', 'The element is shorter than allowed'],
  incomplete_adjustment: ['syntax', 'error', 'An adjustment needs both its reason and its amount'],
  incomplete_pair: ['syntax', 'error', 'Two elements that belong together must both be there or both be absent'],
  repeated_group: ['situation', 'warning', 'The adjustments of one group belong into one CAS as long as they fit'],
  zero_adjustment: ['situation', 'warning', 'An adjustment of nothing says nothing'],
  line_balance: ['balance', 'error', 'The service line does not balance: charge less adjustments is not what was paid'],
  claim_balance: ['balance', 'error', 'The claim does not balance: charge less adjustments is not what was paid'],
  claim_lines: ['balance', 'warning', 'The service lines do not add up to the claim'],
  payment_balance: ['balance', 'error', 'The payment is not the sum of its claims less its provider adjustments'],
  patient_responsibility: ['balance', 'error', 'CLP05 is not the sum of the patient responsibility adjustments'],
  interest: ['balance', 'warning', 'The interest of the claims is not the interest paid through PLB L6'],
  claim_charge: ['balance', 'error', 'CLM02 is not the sum of the charges of the service lines'],
  negative_charge: ['balance', 'error', 'A charge may not be below nothing'],
  other_payer_line: ['balance', 'error', 'The line charge is not what the other payer paid and adjusted'],
  other_payer_claim: [
    'balance',
    'error',
    'What the other payer paid is not the sum of its lines less claim adjustments',
  ],
  acknowledged_totals: ['balance', 'error', 'The accepted and rejected totals are not those of the claims listed'],
  acknowledged_counts: ['balance', 'error', 'The counts of the acknowledgement do not add up'],
  reversal_sign: ['balance', 'error', 'A reversal takes back: its amounts may not be positive'],
  reversal_order: ['situation', 'error', 'The reversal stands after its correction: the reversal comes first'],
  reversal_unpaired: ['situation', 'warning', 'The reversal has no correction after it in this payment'],
  crossover_payer: ['situation', 'warning', 'A claim that is handed on names the payer it goes to (NM1 TT)'],
  service_dates: ['situation', 'error', 'A line has one day (472), or a first (150) and a last (151)'],
  payment_handling: ['situation', 'error', 'A payment of nothing is written H with method NON, and only such a one'],
  payment_accounts: ['situation', 'error', 'An electronic payment needs the banks and accounts it goes between'],
  negative_payment: ['balance', 'error', 'A payment may not be below nothing'],
  denied_but_paid: ['balance', 'warning', 'A denied claim has a payment'],
  payer_identifier: ['situation', 'warning', 'TRN03 and BPR10 name different originators'],
  original_reference: ['situation', 'error', 'A replacement or void needs the claim number the payer gave (REF F8)'],
  unexpected_original_reference: [
    'situation',
    'error',
    'Only a replacement or void carries the payer number of an earlier claim (REF F8)',
  ],
  subscriber_details: ['situation', 'error', 'The subscriber is the patient: address, birth date and sex are required'],
  subscriber_is_patient: ['situation', 'error', 'A claim stands directly under a subscriber who is not the patient'],
  patient_is_dependent: [
    'situation',
    'error',
    'The patient is a dependent: the subscriber may not be the patient (SBR02)',
  ],
  payer_order: ['situation', 'error', 'Two payers of the claim have the same place in their order (SBR01)'],
  unknown_other_payer: ['situation', 'error', 'The line was decided by a payer that the claim does not name'],
  missing_npi: ['situation', 'error', 'The billing provider has neither an NPI nor a number that the payer gave'],
  secondary_reason: ['situation', 'error', 'Why Medicare pays second is said only where it does not pay first'],
  group_number: ['situation', 'warning', 'Either the group number or the group name may be given, not both'],
  diagnosis_pointer: ['situation', 'error', 'The service line points to a diagnosis the claim does not have'],
  diagnosis_qualifier: ['situation', 'error', 'The first diagnosis is ABK and the others are ABF'],
  diagnosis_revision: ['situation', 'error', 'ICD-9 is for services before October 2015, and ICD-10 for those since'],
  repeated_diagnosis: ['situation', 'warning', 'The diagnosis, or the pointer to it, is given twice'],
  units_of_service: ['situation', 'error', 'Units of service are more than nothing'],
  repeated_modifier: ['situation', 'error', 'The modifier stands twice on the line'],
  telehealth_modifiers: ['situation', 'warning', 'A line carries one telehealth modifier'],
  same_place: ['situation', 'warning', 'The place of service is that of the claim and need not be repeated'],
  future_date: ['situation', 'error', 'The day lies behind the day on which the file was made'],
  birth_date: ['situation', 'error', 'The patient is born after the service'],
  line_numbers: ['situation', 'error', 'Service lines are numbered from 1 without gaps'],
  duplicate_line_control: ['situation', 'error', 'The line control number is used twice in the claim'],
  duplicate_claim: ['situation', 'warning', 'The claim control number is used twice in the transaction set'],
  too_many_claims: ['situation', 'warning', 'A transaction set holds at most 5,000 claims'],
  same_rendering_provider: [
    'situation',
    'warning',
    'The rendering provider is the billing provider and need not be repeated',
  ],
  same_facility: ['situation', 'error', 'The service facility is the billing provider and may not be repeated'],
  street_address: ['situation', 'error', 'The billing provider needs a street address, not a post office box'],
  zip_code: ['code', 'error', 'This is not a ZIP code'],
  hierarchy_number: ['situation', 'error', 'HL01 counts from 1 without gaps'],
  hierarchy_parent: ['situation', 'error', 'HL02 names no level above'],
  hierarchy_child: ['situation', 'error', 'HL04 says whether levels below follow, and says it wrongly'],
  empty_member: ['situation', 'error', 'A subscriber or dependent is named, but nothing is asked or said of them'],
  name_order: ['situation', 'error', 'The names of the claim do not stand in the order of the guide'],
  status_category: ['situation', 'error', 'The status category is not one this answer may carry'],
  status_action: ['situation', 'error', 'Accepting or rejecting does not agree with the status category'],
  status_response: ['situation', 'error', 'The answer does not agree with the errors it lists'],
  npi: ['code', 'error', 'The check digit of the NPI is wrong'],
  tax_number: ['code', 'error', 'A tax number has nine digits'],
  diagnosis_code: ['code', 'error', 'This is not the form of an ICD-10 code (no point, letter first)'],
  procedure_code: ['code', 'error', 'This is not the form of a procedure code'],
  modifier_code: ['code', 'error', 'A modifier has two letters or digits'],
  place_of_service: ['code', 'error', 'This is not a place of service code'],
  taxonomy_code: ['code', 'error', 'This is not the form of a taxonomy code'],
  routing_number: ['code', 'error', 'The check digit of the routing number is wrong'],
  code_not_in_force: ['code', 'warning', 'The code list given does not hold this code on that date'],
  unwritable: ['syntax', 'error', 'The value cannot be written: it holds a separator or a control character'],
} as const satisfies Record<string, readonly [Level, Severity, string]>

/** A value that was to be written and would break the file. It stands nowhere yet. */
export function unwritable(
  at: Pick<Finding, 'segment' | 'element' | 'value' | 'claim' | 'segmentNumber' | 'segmentInSet'>,
): Finding {
  const [level, severity, message] = findingCodes.unwritable
  return {
    ...{ code: 'unwritable', level, severity, message, component: null, ...at },
    ...{ expected: 'text without separators and control characters', difference: null, byteOffset: 0, line: 0 },
    ...{ loop: null, interchangeControlNumber: null, groupControlNumber: null, transactionControlNumber: null },
  }
}
