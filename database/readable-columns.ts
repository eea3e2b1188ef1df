/**
 * Columns that are named as if they said something of a client and are kept readable, each with its reason; what is not here
 * and is so named must be encrypted (encrypted-columns.ts). Rows of practices and persons, and of sign-in.
 */
export const readableColumns: readonly { because: string; columns: readonly string[] }[] = [
  {
    because: 'lists are sorted and people are searched by name in SQL, and each page says whom it is about',
    columns: [
      'clients.person.given_name',
      'clients.person.family_name',
      'clients.person.preferred_name',
      'clients.person_change.given_name',
      'clients.person_change.family_name',
      'clients.person_change.preferred_name',
      'clients.invitation.given_name',
      'clients.invitation.family_name',
    ],
  },
  {
    because:
      'people are recognised by their address of mail in SQL, whatever its case, before anybody may see more of them',
    columns: [
      'clients.person.email',
      'clients.person_change.email',
      'clients.email_verification.email',
      'clients.invitation.email',
      'clients.permission.email',
    ],
  },
  {
    because: 'one of three letters, which the database checks; without more it says nobody',
    columns: ['clients.person.sex', 'clients.person_change.sex'],
  },
  {
    because:
      'who may bill is decided again for many clients at once by state, ZIP and county in SQL; the street is encrypted',
    columns: [
      'clients.person.city',
      'clients.person.zip',
      'clients.person_change.city',
      'clients.person_change.zip',
      'clients.location.city',
      'clients.location.zip',
      'clients.location.county_fips',
      'clients.location_finding.county_fips',
    ],
  },
  {
    because:
      'names a plan that is not on our list, for the queue that looks for it; the member id beside it is encrypted',
    columns: ['clients.policy.plan_as_told'],
  },
  {
    because: 'a letter leaves the house in the clear, so it holds no health data by rule (Letter in business/world.ts)',
    columns: ['house.mail.recipient', 'house.mail.body', 'house.mail_attempt.detail'],
  },
  {
    because: 'our own words for an answer (accepted, denied, codes and file names), searched and grouped in SQL',
    columns: ['claims.event.detail', 'house.file_outcome.detail', 'remittances.transaction.findings'],
  },
  {
    because: 'who and what of practices, staff, applicants and the operator: no client is named, or by an id only',
    columns: [
      'house.trouble.message',
      'joining.application.given_name',
      'joining.application.family_name',
      'joining.application.email',
      'joining.application.phone',
      'joining.document.bytes',
      'payouts.bank_account.holder_name',
      'payouts.payout_event.detail',
      'practices.admin_approval.email',
      'practices.admin_request.email',
      'practices.location.street',
      'practices.location.city',
      'practices.location.zip',
      'practices.location.county_fips',
      'practices.location_finding.county_fips',
      'practices.team_invitation.email',
    ],
  },
  {
    because:
      'a client’s words about an appointment or a card, asked through a function that finds the row first: next to come',
    columns: ['sessions.change_request.message'],
  },
  {
    because: 'sign-in’s own: compared at each sign-in by its library, on a login that sees nothing else',
    columns: [
      'sign_in.email_change.email',
      'sign_in.sign_up.email',
      'sign_in.sign_up.givenName',
      'sign_in.sign_up.familyName',
      'sign_in.sign_up.dateOfBirth',
      'sign_in.sign_up.phone',
      'sign_in.user.email',
    ],
  },
]
