/** What a column of an import can say. */
export const importFields = [
  'givenName',
  'familyName',
  'name',
  'preferredName',
  'email',
  'phone',
  'dateOfBirth',
  'sex',
  'street',
  'city',
  'state',
  'zip',
  'clinician',
  'plan',
  'memberId',
  'groupNumber',
  'copay',
  'date',
  'startsAt',
  'endsAt',
  'minutes',
  'place',
] as const
export type ImportField = (typeof importFields)[number]

export type ColumnMatch = { column: number; title: string; field: ImportField | null }

// As the exports of other systems call them, without spaces, case and punctuation (SimplePractice, TherapyNotes, Jane and
// Valant's own help pages on exporting clients, insurance and appointments, read 2026-04-02).
const titles: Record<ImportField, readonly string[]> = {
  givenName: ['firstname', 'givenname', 'first', 'legalfirstname', 'clientfirstname', 'patientfirstname'],
  familyName: ['lastname', 'familyname', 'surname', 'last', 'legallastname', 'clientlastname', 'patientlastname'],
  name: ['name', 'fullname', 'client', 'clientname', 'patient', 'patientname'],
  preferredName: ['preferredname', 'nickname', 'goesby', 'preferredfirstname'],
  email: ['email', 'emailaddress', 'clientemail', 'patientemail', 'primaryemail'],
  phone: ['phone', 'phonenumber', 'mobile', 'mobilephone', 'cell', 'cellphone', 'homephone', 'primaryphone'],
  dateOfBirth: ['dateofbirth', 'dob', 'birthdate', 'birthday', 'clientdob', 'patientdob'],
  sex: ['sex', 'gender', 'legalsex', 'administrativesex', 'sexassignedatbirth'],
  street: ['street', 'address', 'address1', 'addressline1', 'streetaddress', 'addressstreet'],
  city: ['city', 'town', 'addresscity'],
  state: ['state', 'province', 'stateprovince', 'addressstate'],
  zip: ['zip', 'zipcode', 'postalcode', 'addresszip', 'postcode'],
  clinician: [
    'clinician',
    'therapist',
    'provider',
    'primaryclinician',
    'assignedclinician',
    'staffmember',
    'practitioner',
  ],
  plan: [
    'insurance',
    'plan',
    'payer',
    'insuranceplan',
    'planname',
    'insurancecompany',
    'insurancename',
    'primaryinsurance',
    'carrier',
    'insurer',
  ],
  memberId: [
    'memberid',
    'subscriberid',
    'policynumber',
    'insuranceid',
    'memberidnumber',
    'insurancememberid',
    'primaryinsuranceid',
    'idnumber',
  ],
  groupNumber: ['group', 'groupnumber', 'groupid', 'insurancegroup', 'groupno'],
  copay: ['copay', 'copayment', 'copayamount'],
  date: ['date', 'appointmentdate', 'sessiondate', 'dateofservice', 'apptdate'],
  startsAt: ['starttime', 'start', 'time', 'appointmenttime', 'startat', 'startsat', 'begin', 'starts'],
  endsAt: ['endtime', 'end', 'endat', 'endsat', 'ends'],
  minutes: ['duration', 'minutes', 'length', 'durationmin', 'durationminutes', 'appointmentlength'],
  place: ['location', 'modality', 'appointmenttype', 'place', 'visittype', 'placeofservice', 'locationtype'],
}

const fieldOf = new Map(importFields.flatMap((field) => titles[field].map((title) => [title, field] as const)))

/** Which column says what, by its title; of two that say the same the first counts. */
export function matchColumns(head: readonly string[]): ColumnMatch[] {
  const taken = new Set<ImportField>()
  return head.map((title, column) => {
    const field = fieldOf.get(plain(title)) ?? null
    if (field === null || taken.has(field)) return { column, title: title.trim(), field: null }
    taken.add(field)
    return { column, title: title.trim(), field }
  })
}

function plain(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}
