// Written by database/generate.ts from the migrated database; never by hand.

import type { ColumnType, Generated } from 'kysely'
import type { CalendarDate, Instant, Period } from '../libraries/calendar/index.ts'

/** JSON is inserted as an object or as its text; an array only as its text, since pg takes one for a PostgreSQL array. */
type JsonText = string | Record<string, unknown>

export interface AuditEvent {
  practice_id: string
  id: string
  at: Instant
  user_id: string | null
  person_id: string | null
  action: string
  subject: string
  reason: string | null
  chain: string
  number: number
  hash: string
}

export interface AuditHead {
  practice_id: string
  chain: string
  number: number
  hash: string
}

export interface AuditSeal {
  practice_id: string
  number: number
  event_count: number
  previous_hash: string
  hash: string
  sealed_at: Instant
}

export interface AuditSealedEvent {
  practice_id: string
  event_id: string
  seal_number: number
}

export interface ChargesCancellationPolicy {
  practice_id: string
  id: string
  starts_on: CalendarDate
  window_hours: number
  late_cents: number
  no_show_cents: number
  recorded_at: Instant
  recorded_by: string
}

export interface ChargesCancellationRule {
  id: string
  window_hours: number
  late_cents: number
  no_show_cents: number
  most_cents: number
  notice_days: number
  give_up_days: number
  during: ColumnType<Period, string, string>
  source: string
}

export interface ChargesCharge {
  practice_id: string
  id: string
  session_id: string
  person_id: string
  cents: number
  because: 'session_share' | 'share_increased' | 'cancellation_fee'
  cause_key: string
  due_at: Instant
  recorded_at: Instant
}

export interface ChargesChargeAttempt {
  practice_id: string
  charge_id: string
  attempt: number
  cents: number
  outcome: 'captured' | 'declined' | 'no_payment_method'
  processor_id: string | null
  decline_code: string | null
  at: Instant
}

export interface ChargesChargeRequest {
  practice_id: string
  charge_id: string
  attempt: number
  cents: number
  person_id: string
  payment_method_id: string
  at: Instant
}

export interface ChargesChargeback {
  practice_id: string
  id: string
  charge_id: string
  reference: string
  cents: number
  at: Instant
  by: string
}

export interface ChargesFee {
  practice_id: string
  session_id: string
  person_id: string
  kind: 'late_cancellation' | 'no_show'
  proposed_cents: number
  cents: number
  recorded_at: Instant
  recorded_by: string
}

export interface ChargesFeeEnd {
  practice_id: string
  session_id: string
  person_id: string
  kind: 'forgiven' | 'given_up'
  reason: string
  at: Instant
  by: string
}

export interface ChargesForgiveness {
  practice_id: string
  id: string
  session_id: string
  person_id: string
  cents: number
  reason: string
  at: Instant
  by: string
}

export interface ChargesPaymentMethod {
  person_id: string
  id: string
  token: string
  brand: string
  last_four: string
  recorded_at: Instant
  expires_month: number | null
  expires_year: number | null
}

export interface ChargesPaymentMethodChoice {
  person_id: string
  id: string
  method_id: string
  choice: 'preferred' | 'removed'
  at: Instant
}

export interface ChargesRefund {
  practice_id: string
  id: string
  session_id: string
  charge_id: string
  processor_charge_id: string
  cents: number
  cause_key: string
  recorded_at: Instant
}

export interface ChargesRefundResult {
  practice_id: string
  refund_id: string
  processor_id: string
  at: Instant
}

export interface ChargesRetryRule {
  id: string
  hours_between: number
  attempts_at_most: number
  during: ColumnType<Period, string, string>
  source: string
}

export interface ClaimsAnswerLimit {
  payer_id: string
  name: 'acknowledgement' | 'answer' | 'filing' | 'filing_alarm' | 'appeal'
  days: number
  during: ColumnType<Period, string, string>
  source: string
}

export interface ClaimsClaim {
  practice_id: string
  id: string
  session_id: string
  confirmation_id: string
  person_id: string
  control_number: string
  network_id: string
  payer_id: string
  billing_entity_id: string
  frequency: '1' | '7' | '8'
  charge_cents: number
  service_on: CalendarDate
  held: boolean
  held_until: CalendarDate | null
  content: ColumnType<Buffer, Uint8Array, Uint8Array>
  created_at: Instant
  member_index: ColumnType<Buffer, Uint8Array, Uint8Array> | null
}

export interface ClaimsClearinghouse {
  id: string
  name: string
  receiver_id: string
  submitter_name: string
  submitter_id: string
  contact_name: string
  contact_phone: string
  usage: 'P' | 'T'
  during: ColumnType<Period, string, string>
  source: string
}

export interface ClaimsEvent {
  practice_id: string
  id: string
  claim_id: string
  kind: 'sent' | 'file_accepted' | 'file_rejected' | 'received' | 'accepted' | 'rejected' | 'paid' | 'underpaid' | 'denied' | 'reversed' | 'forwarded' | 'absorbed' | 'corrected'
  source_key: string
  happened_on: CalendarDate
  recorded_at: Instant
  detail: ColumnType<unknown, JsonText, JsonText>
}

export interface ClaimsFilingAlarm {
  practice_id: string
  claim_id: string
  limit_on: CalendarDate
  raised_at: Instant
}

export interface ClaimsRelease {
  practice_id: string
  claim_id: string
  because: string
  released_at: Instant
  released_by: string
}

export interface ClaimsRevision {
  practice_id: string
  claim_id: string
  attempt: number
  frequency: '1' | '7'
  original_reference: string | null
  content: ColumnType<Buffer, Uint8Array, Uint8Array>
  because: string
  made_at: Instant
  made_by: string
}

export interface ClaimsSubmission {
  practice_id: string
  claim_id: string
  attempt: number
  file_id: string
  file_name: string
  file_sha256: string
  interchange_number: number
  group_number: number
  transaction_number: number
  batch_reference: string
  segments: ColumnType<Buffer, Uint8Array, Uint8Array>
  recorded_at: Instant
}

export interface ClientsAccess {
  person_id: string
  practice_id: string
  during: ColumnType<Period, string, string>
  recorded_at: Instant
}

export interface ClientsArchiving {
  practice_id: string
  person_id: string
  id: string
  deed: 'archived' | 'reopened'
  at: Instant
  by: string
}

export interface ClientsCardPhoto {
  person_id: string
  id: string
  side: 'front' | 'back'
  content_type: 'image/jpeg' | 'image/png' | 'image/heic' | 'application/pdf'
  sha256: string
  bytes: ColumnType<Buffer, Uint8Array, Uint8Array>
  recorded_at: Instant
  recorded_by: string
}

export interface ClientsCheckRequest {
  person_id: string
  id: string
  policy_id: string
  asked_at: Instant
  asked_by: string
}

export interface ClientsEmailVerification {
  person_id: string
  id: string
  email: string
  user_id: string
  verified_at: Instant
}

export interface ClientsForm {
  id: string
  version: number
  title: string
  body: string
  sha256: string
  during: ColumnType<Period, string, string>
  source: string
}

export interface ClientsFormSignature {
  person_id: string
  id: string
  form_id: string
  version: number
  sha256: string
  typed_name: ColumnType<Buffer, Uint8Array, Uint8Array>
  user_id: string
  signed_at: Instant
}

export interface ClientsInvitation {
  practice_id: string
  id: string
  person_id: string
  member_id: string
  email: string
  given_name: string
  family_name: string
  invited_at: Instant
  invited_by: string
}

export interface ClientsInvitationAnswer {
  practice_id: string
  invitation_id: string
  answer: 'accepted' | 'declined'
  person_id: string
  answered_at: Instant
}

export interface ClientsInvitationLetter {
  practice_id: string
  invitation_id: string
  id: string
  token_sha256: string
  sent_at: Instant
  sent_by: string
}

export interface ClientsInvitationRule {
  id: string
  wait_hours: number
  most: number
  during: ColumnType<Period, string, string>
  source: string
}

export interface ClientsKnownPerson {
  person_id: string | null
  change_id: string | null
  given_name: string | null
  family_name: string | null
  preferred_name: string | null
  date_of_birth: ColumnType<Buffer, Uint8Array, Uint8Array> | null
  sex: string | null
  email: string | null
  phone: ColumnType<Buffer, Uint8Array, Uint8Array> | null
  street: ColumnType<Buffer, Uint8Array, Uint8Array> | null
  city: string | null
  state: string | null
  zip: string | null
}

export interface ClientsLanguageChoice {
  person_id: string
  id: string
  language: 'en' | 'es'
  chosen_at: Instant
  chosen_by: string
}

export interface ClientsListChange {
  practice_id: string
  person_id: string
  member_id: string
  id: string
  deed: 'left' | 'joined' | 'undone'
  to_member: string | null
  recorded_at: Instant
  recorded_by: string
}

export interface ClientsLocation {
  person_id: string
  id: string
  label: string
  street: ColumnType<Buffer, Uint8Array, Uint8Array> | null
  city: string | null
  state: string
  zip: string | null
  county_fips: string | null
  served_by: string | null
  during: ColumnType<Period, string, string>
  recorded_at: Instant
  recorded_by: string
}

export interface ClientsLocationFinding {
  person_id: string
  id: string
  location_id: string
  county_fips: string
  served_by: string | null
  source: string
  recorded_at: Instant
  recorded_by: string
}

export interface ClientsLogin {
  person_id: string
  user_id: string
  during: ColumnType<Period, string, string>
  relation: Generated<'self' | 'guardian' | 'allowed'>
  recorded_at: Instant | null
}

export interface ClientsMajorityAge {
  state: string
  years: number
  during: ColumnType<Period, string, string>
  source: string
  certainty: 'known' | 'likely'
}

export interface ClientsPermission {
  person_id: string
  id: string
  email: string
  until: CalendarDate | null
  given_at: Instant
  given_by: string
}

export interface ClientsPermissionAnswer {
  person_id: string
  permission_id: string
  answer: 'accepted' | 'declined' | 'withdrawn'
  user_id: string
  answered_at: Instant
}

export interface ClientsPerson {
  person_id: string
  given_name: string
  family_name: string
  date_of_birth: ColumnType<Buffer, Uint8Array, Uint8Array> | null
  sex: 'F' | 'M' | 'U'
  email: string | null
  street: ColumnType<Buffer, Uint8Array, Uint8Array> | null
  city: string | null
  state: string | null
  zip: string | null
  recorded_at: Instant
  preferred_name: string | null
  phone: ColumnType<Buffer, Uint8Array, Uint8Array> | null
}

export interface ClientsPersonChange {
  person_id: string
  id: string
  given_name: string
  family_name: string
  preferred_name: string | null
  date_of_birth: ColumnType<Buffer, Uint8Array, Uint8Array> | null
  sex: 'F' | 'M' | 'U'
  email: string | null
  phone: ColumnType<Buffer, Uint8Array, Uint8Array> | null
  street: ColumnType<Buffer, Uint8Array, Uint8Array> | null
  city: string | null
  state: string | null
  zip: string | null
  recorded_at: Instant
  recorded_by: string
}

export interface ClientsPolicy {
  person_id: string
  id: string
  plan_id: string
  member_id: ColumnType<Buffer, Uint8Array, Uint8Array>
  group_number: ColumnType<Buffer, Uint8Array, Uint8Array> | null
  copay_cents: number
  during: ColumnType<Period, string, string>
  recorded_at: Instant
  plan_as_told: string | null
  holder: Generated<'self' | 'other'>
  holder_given_name: ColumnType<Buffer, Uint8Array, Uint8Array> | null
  holder_family_name: ColumnType<Buffer, Uint8Array, Uint8Array> | null
  holder_date_of_birth: ColumnType<Buffer, Uint8Array, Uint8Array> | null
  suitcase: boolean | null
  recorded_by: string | null
}

export interface ClientsPolicyCheck {
  person_id: string
  policy_id: string
  id: string
  coverage: 'active' | 'inactive' | 'unverified'
  checked_on: CalendarDate
  source: string
  recorded_at: Instant
  copay_cents: number | null
}

export interface ClientsPolicyQuestion {
  person_id: string
  id: string
  policy_id: string
  reason: 'photo_unreadable' | 'photo_missing' | 'member_unknown' | 'name_differs' | 'birth_date_differs' | 'other_plan' | 'other'
  words: string | null
  asked_at: Instant
  asked_by: string
}

export interface ClientsPolicyQuestionAnswer {
  person_id: string
  question_id: string
  words: string | null
  answered_at: Instant
  answered_by: string
}

export interface ClientsPolicyTakenBack {
  person_id: string
  policy_id: string
  recorded_at: Instant
  recorded_by: string
}

export interface ClientsRoster {
  practice_id: string
  person_id: string
  member_id: string
  during: ColumnType<Period, string, string>
  recorded_at: Instant
  recorded_by: string
}

export interface ContractsContract {
  id: string
  payer_id: string
  network_id: string
  state: string
  billing_entity_id: string
  during: ColumnType<Period, string, string>
  notice_days: number
  source: string
}

export interface ContractsPaySchedule {
  id: string
  rule: ColumnType<unknown, JsonText, JsonText>
  during: ColumnType<Period, string, string>
  source: string
}

export interface ContractsPayer {
  id: string
  name: string
  electronic_id: string
  filing_code: string
  clearinghouse_id: string
  source: string
}

export interface ContractsPayerRate {
  contract_id: string
  licence_family: string
  code: string
  modifiers: string
  during: ColumnType<Period, string, string>
  cents: number
  source: string
}

export interface ContractsPlan {
  id: string
  name: string
  payer_id: string
  network_id: string
  is_blue: boolean
  blue_card: boolean
  accepted_states: string[] | null
  during: ColumnType<Period, string, string>
  source: string
}

export interface ContractsProviderRate {
  contract_id: string
  licence_family: string
  code: string
  modifiers: string
  during: ColumnType<Period, string, string>
  cents: number
  source: string
}

export interface CoverageCompactState {
  edition_id: string
  compact_id: string
  name: string
  families: string[]
  privilege: string
  state: string
  standing: 'in_force' | 'enacted'
  since: CalendarDate | null
  certainty: 'certain' | 'likely' | 'to_verify'
  since_certainty: 'certain' | 'likely' | 'to_verify'
  source: string
}

export interface CoverageEdition {
  kind: 'service_areas' | 'compacts' | 'licence_families' | 'temporary_practice'
  id: string
  as_of: CalendarDate
  in_force_from: CalendarDate
  recorded_at: Instant
}

export interface CoverageLicenceFamily {
  edition_id: string
  id: string
  label: string
  taxonomies: string[]
  board: string | null
  url: string | null
  certainty: 'certain' | 'likely' | 'to_verify'
  source: string
}

export interface CoverageLicenceTitle {
  edition_id: string
  family: string
  state: string
  title: string
  certainty: 'certain' | 'likely' | 'to_verify'
}

export interface CoverageLicensee {
  edition_id: string
  id: string
  name: string
  certainty: 'certain' | 'likely' | 'to_verify'
  source: string
  note: string | null
}

export interface CoverageServiceArea {
  edition_id: string
  licensee_id: string
  state: string
  holds: 'whole_state' | 'whole_state_except' | 'counties'
  counties: string[]
  except_counties: string[]
  in_part: ColumnType<unknown, JsonText, JsonText>
}

export interface CoverageTemporaryPractice {
  edition_id: string
  line: number
  state: string
  families: string[]
  days: number | null
  per: string | null
  how: string
  note: string | null
  certainty: 'certain' | 'likely' | 'to_verify'
  source: string
}

export interface CredentialingAuthority {
  practice_id: string
  id: string
  member_id: string
  state: string
  kind: 'license' | 'compact_privilege' | 'temporary_permit'
  number: string | null
  during: ColumnType<Period, string, string>
  recorded_at: Instant
  recorded_by: string
  reason: string | null
}

export interface CredentialingAuthorityChange {
  practice_id: string
  id: string
  authority_id: string
  during: ColumnType<Period, string, string> | null
  reason: string
  recorded_at: Instant
  recorded_by: string
}

export interface CredentialingCredential {
  practice_id: string
  id: string
  member_id: string
  network_id: string
  state: string
  via: 'direct' | 'virtual_network'
  status: 'active' | 'pending' | 'terminated'
  during: ColumnType<Period, string, string> | null
  payer_ready: CalendarDate | null
  recorded_at: Instant
  recorded_by: string
  reason: string | null
}

export interface CredentialingCredentialChange {
  practice_id: string
  id: string
  credential_id: string
  status: 'active' | 'pending' | 'terminated'
  during: ColumnType<Period, string, string> | null
  payer_ready: CalendarDate | null
  reason: string
  recorded_at: Instant
  recorded_by: string
}

export interface CredentialingCredentialRequest {
  practice_id: string
  id: string
  member_id: string
  network_id: string
  state: string
  words: string | null
  asked_at: Instant
  asked_by: string
}

export interface CredentialingDeskLimit {
  kind: 'ends_within' | 'pending_for'
  days: number
  during: ColumnType<Period, string, string>
  source: string
}

export interface CredentialingExclusion {
  practice_id: string
  id: string
  member_id: string
  during: ColumnType<Period, string, string>
  source: string
  recorded_at: Instant
  recorded_by: string | null
}

export interface CredentialingExclusionChange {
  practice_id: string
  id: string
  exclusion_id: string
  during: ColumnType<Period, string, string> | null
  reason: string
  recorded_at: Instant
  recorded_by: string
}

export interface CredentialingVirtualNetwork {
  network_id: string
  state: string
  opens: string
  does_not_open: string
  lead_days: number
  during: ColumnType<Period, string, string>
  source: string
}

export interface CredentialingVirtualOptIn {
  practice_id: string
  id: string
  member_id: string
  network_id: string
  state: string
  from_day: CalendarDate
  payer_ready: CalendarDate
  recorded_at: Instant
  recorded_by: string
}

export interface CredentialingVirtualOptOut {
  practice_id: string
  opt_in_id: string
  until_day: CalendarDate
  recorded_at: Instant
  recorded_by: string
}

export interface DeletionsEvent {
  practice_id: string
  request_id: string
  kind: 'withdrawn' | 'approved' | 'declined' | 'carried_out' | 'final_proposed' | 'final_approved' | 'final_declined' | 'final_carried_out'
  person_id: string | null
  user_id: string | null
  words: string | null
  at: Instant
  by: string | null
}

export interface DeletionsKept {
  practice_id: string
  request_id: string
  record: string
  until: CalendarDate
  source: string
  certainty: string
  person_id: string | null
  user_id: string | null
}

export interface DeletionsLetter {
  practice_id: string
  request_id: string
  mail_practice: string
  mail_id: string
}

export interface DeletionsLetterEnd {
  practice_id: string
  request_id: string
  mail_practice: string
  mail_id: string
  at: Instant
}

export interface DeletionsRequest {
  practice_id: string
  id: string
  subject: 'client' | 'member'
  person_id: string | null
  of_practice: string | null
  member_id: string | null
  user_id: string
  words: string | null
  asked_at: Instant
}

export interface DeletionsRetentionRule {
  id: string
  record: 'care' | 'money' | 'documentation'
  state: string | null
  years: number
  years_after_majority: number | null
  until_age: number | null
  during: ColumnType<Period, string, string>
  source: string
  certainty: 'known' | 'likely' | 'to_verify'
}

export interface DeletionsTimeLimit {
  name: 'answer_days' | 'letter_days'
  days: number
  during: ColumnType<Period, string, string>
  source: string
}

export interface DeletionsTombstone {
  practice_id: string
  request_id: string
  phase: 'now' | 'final'
  subject: string
  count: number
  at: Instant
}

export interface HouseAllocatedNumber {
  practice_id: string
  partner: string
  kind: string
  number: number
  allocated_at: Instant
}

export interface HouseClock {
  only_one: Generated<boolean>
  stands_at: Instant
}

export interface HouseDataKey {
  number: number
  purpose: 'identity' | 'clinical' | 'claims' | 'requests'
  wrapped_by: string
  wrapped: ColumnType<Buffer, Uint8Array, Uint8Array>
  made_at: Instant
  retired_at: Instant | null
}

export interface HouseFile {
  practice_id: string
  id: string
  partner: string
  direction: 'in' | 'out'
  folder: string
  name: string
  sha256: string
  bytes: ColumnType<Buffer, Uint8Array, Uint8Array>
  recorded_at: Instant
}

export interface HouseFileOutcome {
  practice_id: string
  file_id: string
  id: string
  outcome: string
  detail: ColumnType<unknown, JsonText | undefined, JsonText>
  at: Instant
}

export interface HouseMail {
  practice_id: string
  id: string
  recipient: string
  subject: string
  body: string
  about: string | null
  recorded_at: Instant
}

export interface HouseMailAttempt {
  practice_id: string
  mail_id: string
  id: string
  outcome: 'sent' | 'kept' | 'refused' | 'failed'
  detail: string | null
  at: Instant
}

export interface HouseReplayedAnswer {
  practice_id: string
  user_id: string
  key: string
  route: string
  content_sha256: string
  status: number
  answer: ColumnType<Buffer, Uint8Array, Uint8Array> | null
  at: Instant
}

export interface HouseReplayedAnswerToPerson {
  person_id: string
  user_id: string
  key: string
  route: string
  content_sha256: string
  status: number
  answer: ColumnType<Buffer, Uint8Array, Uint8Array> | null
  at: Instant
}

export interface HouseTrouble {
  practice_id: string
  id: string
  deed: string
  subject: string
  message: string
  at: Instant
}

export interface JoiningApplication {
  practice_id: string
  id: string
  kind: 'solo' | 'new_group' | 'solo_to_group'
  given_name: string
  family_name: string
  email: string
  phone: string | null
  practice_name: string
  clinicians: number
  licence_family: string
  licence_state: string
  licence_number: string | null
  npi: string | null
  states: string[]
  plan_ids: string[]
  words: string | null
  token_hash: string
  recorded_at: Instant
  time_zone: string | null
}

export interface JoiningCall {
  practice_id: string
  id: string
  application_id: string
  member_id: string
  starts_at: Instant
  ends_at: Instant
  recorded_at: Instant
  turn: Generated<number>
  asked_again: Generated<boolean>
}

export interface JoiningCallChange {
  practice_id: string
  call_id: string
  deed: 'moved' | 'cancelled' | 'released'
  side: 'applicant' | 'consultant'
  next_call_id: string | null
  words: string | null
  recorded_at: Instant
  recorded_by: string
}

export interface JoiningConsultantBlock {
  practice_id: string
  week_id: string
  weekday: number
  starts: string
  stops: string
}

export interface JoiningConsultantException {
  practice_id: string
  id: string
  member_id: string
  kind: 'away' | 'extra'
  during: ColumnType<Period, string, string>
  starts: string | null
  stops: string | null
  words: string | null
  recorded_at: Instant
  recorded_by: string
}

export interface JoiningConsultantWeek {
  practice_id: string
  id: string
  member_id: string
  starts_on: CalendarDate
  call_minutes: number
  recorded_at: Instant
  recorded_by: string
}

export interface JoiningDocument {
  practice_id: string
  id: string
  kind: 'licence' | 'malpractice' | 'w9' | 'bank_proof'
  member_id: string | null
  content_type: 'image/jpeg' | 'image/png' | 'image/heic' | 'application/pdf'
  sha256: string
  bytes: ColumnType<Buffer, Uint8Array, Uint8Array>
  ends_on: CalendarDate | null
  recorded_at: Instant
  recorded_by: string
}

export interface JoiningDocumentLetter {
  practice_id: string
  document_id: string
  days: number
  recorded_at: Instant
}

export interface JoiningDocumentReview {
  practice_id: string
  document_id: string
  verdict: 'accepted' | 'asked_again'
  words: string | null
  ends_on: CalendarDate | null
  recorded_at: Instant
  recorded_by: string
}

export interface JoiningDocumentRule {
  kind: 'licence' | 'malpractice' | 'w9' | 'bank_proof'
  largest_bytes: number
  of_clinician: boolean
  ends: boolean
  warn_days: number[]
  during: ColumnType<Period, string, string>
  source: string
}

export interface JoiningExceptionRemoval {
  practice_id: string
  exception_id: string
  recorded_at: Instant
  recorded_by: string
}

export interface JoiningFollowUp {
  practice_id: string
  id: string
  application_id: string
  member_id: string
  due_on: CalendarDate
  words: string
  recorded_at: Instant
  recorded_by: string
}

export interface JoiningFollowUpChange {
  practice_id: string
  id: string
  application_id: string
  follow_up_id: string
  deed: 'snoozed' | 'done' | 'handed_on'
  due_on: CalendarDate | null
  member_id: string | null
  words: string | null
  recorded_at: Instant
  recorded_by: string
}

export interface JoiningFollowUpLetter {
  practice_id: string
  member_id: string
  on_day: CalendarDate
  recorded_at: Instant
}

export interface JoiningFollowUpRule {
  why: 'call_passed' | 'call_held' | 'call_missed' | 'quote_sent' | 'stands_still'
  business_days: number
  during: ColumnType<Period, string, string>
  source: string
}

export interface JoiningFormAgain {
  practice_id: string
  id: string
  application_id: string
  form: ColumnType<unknown, JsonText, JsonText>
  recorded_at: Instant
}

export interface JoiningLetterLink {
  practice_id: string
  token_hash: string
  application_id: string
  purpose: 'progress' | 'call'
  call_id: string | null
  recorded_at: Instant
}

export interface JoiningOnboardingMark {
  practice_id: string
  step: 'profile' | 'malpractice_insurance' | 'caqh' | 'agreement'
  words: string
  recorded_at: Instant
  recorded_by: string
}

export interface JoiningOpening {
  practice_id: string
  application_id: string
  opened_practice_id: string
  owner_member_id: string
  recorded_at: Instant
  recorded_by: string
}

export interface JoiningQuote {
  practice_id: string
  id: string
  application_id: string
  valid_on: CalendarDate
  licence_family: string
  lines: ColumnType<unknown, JsonText, JsonText>
  recorded_at: Instant
  recorded_by: string
}

export interface JoiningRemovalRequest {
  practice_id: string
  id: string
  member_id: string
  deed: 'asked' | 'taken_back'
  reason: string | null
  recorded_at: Instant
  recorded_by: string
}

export interface JoiningReturnWindow {
  banking_days: number
  during: ColumnType<Period, string, string>
  source: string
}

export interface JoiningStep {
  practice_id: string
  id: string
  application_id: string
  deed: 'noted' | 'call_held' | 'call_missed' | 'closed'
  words: string
  recorded_at: Instant
  recorded_by: string
}

export interface LedgerPosting {
  practice_id: string
  id: string
  idempotency_key: string
  content_hash: string
  kind: string
  cause: 'practice' | 'client' | 'payer' | 'operator' | 'bank' | 'card_processor'
  subject: string
  effective_on: CalendarDate
  pay_on: CalendarDate | null
  recorded_at: Instant
  recorded_by: string
}

export interface LedgerSeal {
  practice_id: string
  number: number
  posting_count: number
  previous_hash: string
  hash: string
  sealed_at: Instant
}

export interface LedgerSealedPosting {
  practice_id: string
  posting_id: string
  seal_number: number
  position: number
  hash: string
}

export interface LedgerTransfer {
  practice_id: string
  posting_id: string
  line: number
  debit: string
  debit_subject: string
  credit: string
  credit_subject: string
  cents: number
}

export interface OperationsRecordOpening {
  practice_id: string
  user_id: string
  person_id: string
  opened_on: CalendarDate
  reason: string
  at: Instant
}

export interface OperationsWork {
  practice_id: string
  id: string
  item: string
  deed: 'taken' | 'handed_back' | 'noted' | 'waits' | 'appealed' | 'resolved'
  words: string | null
  until: CalendarDate | null
  owner_id: string | null
  recorded_at: Instant
  recorded_by: string
}

export interface PayoutsBankAccount {
  practice_id: string
  id: string
  holder: 'business' | 'personal'
  holder_name: string
  routing: string
  account: string
  kind: 'checking' | 'savings'
  recorded_at: Instant
  recorded_by: string
}

export interface PayoutsBankAccountCheck {
  practice_id: string
  bank_account_id: string
  id: string
  outcome: 'verified' | 'refused'
  because: string
  at: Instant
}

export interface PayoutsBankBatch {
  practice_id: string
  reference: string
  file_id: string
  entry_count: number
  total_cents: number
}

export interface PayoutsBankFile {
  practice_id: string
  file_id: string
  sends_on: CalendarDate
  settles_on: CalendarDate
  entry_count: number
  total_cents: number
  recorded_at: Instant
}

export interface PayoutsBankLine {
  practice_id: string
  statement_id: string
  line: number
  type_code: string
  signed_cents: number
  bank_reference: string
  customer_reference: string
  description: string
  became: 'deposit' | 'settlement' | 'card_payout' | 'card_refunds' | 'return' | 'own_money' | 'unexplained'
}

export interface PayoutsBankStatement {
  practice_id: string
  id: string
  operator_account_id: string
  as_of: CalendarDate
  opening_cents: number
  closing_cents: number
  file_id: string
  recorded_at: Instant
}

export interface PayoutsOperatorAccount {
  id: string
  name: string
  routing: string
  account: string
  odfi: string
  company_name: string
  company_id: string
  bank_name: string
  during: ColumnType<Period, string, string>
  source: string
}

export interface PayoutsOwnMoney {
  practice_id: string
  id: string
  reference: string
  cents: number
  recorded_at: Instant
  recorded_by: string
}

export interface PayoutsPayout {
  practice_id: string
  id: string
  pay_on: CalendarDate
  sends_on: CalendarDate
  settles_on: CalendarDate
  cents: number
  bank_account_id: string
  batch_reference: string
  trace_number: string
  file_id: string
  file_name: string
  file_sha256: string
  recorded_at: Instant
}

export interface PayoutsPayoutEvent {
  practice_id: string
  id: string
  payout_id: string
  kind: 'sent' | 'settled' | 'returned' | 'refused' | 'change_notified'
  source_key: string
  code: string | null
  detail: string
  happened_on: CalendarDate
  recorded_at: Instant
}

export interface PayoutsPayoutItem {
  practice_id: string
  posting_id: string
  line: number
  payout_id: string
  cents: number
}

export interface PayoutsTaxForm {
  practice_id: string
  id: string
  kind: string
  received_at: Instant
}

export interface PayoutsTestDeposit {
  practice_id: string
  id: string
  bank_account_id: string
  code: string
  cents: number
  sends_on: CalendarDate
  settles_on: CalendarDate
  batch_reference: string
  trace_number: string
  file_id: string
  recorded_at: Instant
}

export interface PayoutsTestDepositAnswer {
  practice_id: string
  id: string
  bank_account_id: string
  is_right: boolean
  at: Instant
  by: string
}

export interface PracticesAdminApproval {
  practice_id: string
  id: string
  request_id: string
  user_id: string
  name: string
  email: string
  recorded_at: Instant
  recorded_by: string
}

export interface PracticesAdminApprovalAnswer {
  practice_id: string
  approval_id: string
  answer: 'approved' | 'declined'
  member_id: string | null
  recorded_at: Instant
  recorded_by: string
}

export interface PracticesAdminRequest {
  practice_id: string
  id: string
  name: string
  email: string
  practice_told: string
  user_id: string | null
  via: 'client_account' | 'operator'
  recorded_at: Instant
  recorded_by: string
}

export interface PracticesBillingEntity {
  id: string
  state: string
  legal_name: string
  tin: string
  npi: string
  taxonomy: string
  street: string
  city: string
  zip: string
  during: ColumnType<Period, string, string>
  source: string
}

export interface PracticesKindChange {
  practice_id: string
  id: string
  kind: 'solo' | 'group'
  name: string
  reason: string
  recorded_at: Instant
  recorded_by: string
}

export interface PracticesLocation {
  practice_id: string
  id: string
  label: string
  street: string
  city: string
  state: string
  zip: string
  county_fips: string | null
  during: ColumnType<Period, string, string>
  recorded_at: Instant
}

export interface PracticesLocationFinding {
  practice_id: string
  id: string
  location_id: string
  county_fips: string
  served_by: string | null
  source: string
  recorded_at: Instant
  recorded_by: string
}

export interface PracticesMember {
  practice_id: string
  id: string
  user_id: string | null
  name: string
  role: 'owner' | 'admin' | 'biller' | 'scheduler' | 'supervisor' | 'clinician' | 'operator_staff'
  clinician: boolean
  npi: string | null
  taxonomy: string | null
  licence_family: string | null
  joined_at: Instant
}

export interface PracticesPractice {
  practice_id: string
  kind: 'operator' | 'solo' | 'group'
  name: string
  time_zone: string
  joined_at: Instant
}

export interface PracticesProviderIntake {
  practice_id: string
  id: string
  member_id: string
  residence_state: string
  licence_state: string
  licence_type: string
  licence_number: string
  recorded_at: Instant
  recorded_by: string
}

export interface PracticesRoleChange {
  practice_id: string
  id: string
  member_id: string
  role: 'owner' | 'admin' | 'biller' | 'scheduler' | 'supervisor'
  change: 'given' | 'taken'
  reason: string
  recorded_at: Instant
  recorded_by: string
}

export interface PracticesStandingChange {
  practice_id: string
  id: string
  member_id: string
  standing: 'active' | 'archived' | 'removed'
  reason: string
  recorded_at: Instant
  recorded_by: string
}

export interface PracticesTeamInvitation {
  practice_id: string
  id: string
  member_id: string
  email: string
  token_hash: string
  expires_at: Instant
  recorded_at: Instant
  recorded_by: string
}

export interface PracticesTeamInvitationEnd {
  practice_id: string
  invitation_id: string
  outcome: 'accepted' | 'withdrawn' | 'replaced'
  recorded_at: Instant
  recorded_by: string
}

export interface PracticesTelehealthLink {
  practice_id: string
  id: string
  member_id: string
  url: string | null
  recorded_at: Instant
  recorded_by: string
}

export interface RecordsImport {
  practice_id: string
  upload_id: string
  imported_at: Instant
  imported_by: string
}

export interface RecordsImportMade {
  practice_id: string
  upload_id: string
  line: number
  kind: 'client' | 'policy' | 'session'
  person_id: string
  made_id: string
}

export interface RecordsImportUndo {
  practice_id: string
  upload_id: string
  undone_at: Instant
  undone_by: string
}

export interface RecordsUpload {
  practice_id: string
  id: string
  name: string
  sha256: string
  bytes: ColumnType<Buffer, Uint8Array, Uint8Array>
  member_id: string
  recorded_at: Instant
  recorded_by: string
}

export interface RemittancesAbsorptionDeadline {
  kind: 'underpaid' | 'denied' | 'silent'
  days: number
  during: ColumnType<Period, string, string>
  source: string
}

export interface RemittancesDecision {
  practice_id: string
  id: string
  claim_id: string
  session_id: string
  transaction_id: string
  position: number
  kind: 'answer' | 'denial' | 'reversal' | 'information'
  status_code: string
  charge_cents: number
  paid_cents: number
  client_cents: number
  payer_control_number: string | null
  payer_id: string
  adjustments: ColumnType<unknown, JsonText, JsonText>
  answered_on: CalendarDate
  recorded_at: Instant
}

export interface RemittancesDeposit {
  practice_id: string
  id: string
  trace: string
  originator: string
  operator_account_id: string
  cents: number
  deposited_on: CalendarDate
  bank_line_key: string
  recorded_at: Instant
}

export interface RemittancesJudgement {
  practice_id: string
  transaction_id: string
  verdict: 'taken_in' | 'set_aside'
  billing_entity_id: string | null
  reason: string
  judged_at: Instant
  judged_by: string
}

export interface RemittancesProviderAdjustment {
  practice_id: string
  transaction_id: string
  line: number
  reason: string
  reference: string
  cents: number
  recorded_at: Instant
}

export interface RemittancesTransaction {
  practice_id: string
  id: string
  file_id: string
  file_name: string
  position: number
  payer_name: string
  originator: string
  payee: string
  billing_entity_id: string | null
  trace: string
  method: string
  paid_cents: number
  paid_on: CalendarDate | null
  identity_hash: string
  content_hash: string
  outcome: 'posted' | 'quarantined'
  because: 'unbalanced' | 'payee_not_ours' | 'same_trace_other_content' | 'unreadable' | 'unsupported_version' | null
  difference_cents: number | null
  findings: ColumnType<unknown, JsonText, JsonText>
  recorded_at: Instant
}

export interface RemittancesUnmatched {
  practice_id: string
  id: string
  transaction_id: string
  position: number
  claim_control_number: string
  payer_control_number: string
  paid_cents: number
  because: string
  recorded_at: Instant
}

export interface RemittancesUnmatchedSettlement {
  practice_id: string
  unmatched_id: string
  outcome: 'matched' | 'owed_back'
  claim_id: string | null
  reason: string
  settled_at: Instant
  settled_by: string
}

export interface ReportsBilledSession {
  practice_id: string | null
  session_id: string | null
  person_id: string | null
  service_on: CalendarDate | null
}

export interface ReportsOpenPayLine {
  practice_id: string | null
  posting_id: string | null
  line: number | null
  kind: string | null
  subject: string | null
  pay_on: CalendarDate | null
  effective_on: CalendarDate | null
  recorded_at: Instant | null
  cents: number | null
}

export interface ReportsPayoutLine {
  practice_id: string | null
  payout_id: string | null
  posting_id: string | null
  line: number | null
  cents: number | null
  kind: string | null
  subject: string | null
  effective_on: CalendarDate | null
  recorded_at: Instant | null
}

export interface ReportsSessionTransfer {
  practice_id: string | null
  subject: string | null
  debit: string | null
  credit: string | null
  cents: number | null
}

export interface ReportsStandingDenial {
  practice_id: string | null
  session_id: string | null
  id: string | null
  answered_on: CalendarDate | null
}

export interface SchedulingFeed {
  practice_id: string
  id: string
  member_id: string
  token_sha256: string
  recorded_at: Instant
  recorded_by: string
}

export interface SchedulingFeedEnd {
  practice_id: string
  feed_id: string
  ended_at: Instant
  ended_by: string
}

export interface SchedulingHorizon {
  id: string
  days: number
  during: ColumnType<Period, string, string>
  source: string
}

export interface SchedulingProposalRule {
  id: string
  lead_hours: number
  days_ahead: number
  step_minutes: number
  during: ColumnType<Period, string, string>
  source: string
}

export interface SchedulingSeries {
  practice_id: string
  id: string
  member_id: string
  person_id: string
  counted_from: CalendarDate
  starts_on: CalendarDate
  weekdays: number[]
  every_weeks: number
  wall_time: string
  zone: string
  minutes: number
  modality: 'telehealth' | 'in_person'
  last_on: CalendarDate | null
  at_most: number | null
  follows: string | null
  recorded_at: Instant
  recorded_by: string
}

export interface SchedulingSeriesEnd {
  practice_id: string
  series_id: string
  id: string
  from_on: CalendarDate
  recorded_at: Instant
  recorded_by: string
}

export interface SchedulingUnavailable {
  practice_id: string
  id: string
  member_id: string
  starts_at: Instant
  ends_at: Instant
  words: string
  recorded_at: Instant
  recorded_by: string
}

export interface SchedulingUnavailableEnd {
  practice_id: string
  unavailable_id: string
  ended_at: Instant
  ended_by: string
}

export interface SchedulingWorkingBlock {
  practice_id: string
  week_id: string
  weekday: number
  starts: string
  stops: string
  place: 'telehealth' | 'in_person' | 'either'
}

export interface SchedulingWorkingWeek {
  practice_id: string
  id: string
  member_id: string
  starts_on: CalendarDate
  recorded_at: Instant
  recorded_by: string
}

export interface SessionsCancellation {
  practice_id: string
  session_id: string
  person_id: string
  kind: 'cancelled' | 'no_show'
  initiator: 'client' | 'practice'
  reason: string
  cancelled_at: Instant
  cancelled_by: string
}

export interface SessionsChangeRequest {
  practice_id: string
  id: string
  session_id: string
  person_id: string
  version: number
  kind: 'cancel' | 'move'
  reason: 'another_time' | 'not_well' | 'away' | 'family' | 'work' | 'cost' | 'other'
  message: string | null
  proposed: Instant[]
  fee_cents: number
  asked_at: Instant
  asked_by: string
}

export interface SessionsChangeRequestAnswer {
  practice_id: string
  request_id: string
  person_id: string
  answer: 'accepted' | 'declined' | 'taken_back'
  words: string | null
  answered_at: Instant
  answered_by: string
}

export interface SessionsComplianceReview {
  practice_id: string
  id: string
  session_id: string
  confirmation_id: string
  because: string
  opened_at: Instant
}

export interface SessionsConfirmation {
  practice_id: string
  id: string
  session_id: string
  version: number
  confirmed_at: Instant
  confirmed_on: CalendarDate
  confirmed_by: string
  pay_on: CalendarDate
  service_on: CalendarDate
  started_at: Instant
  stopped_at: Instant
  modality: 'telehealth' | 'in_person'
  place_of_service: string
  diagnoses: ColumnType<Buffer, Uint8Array, Uint8Array>
  location: ColumnType<Buffer, Uint8Array, Uint8Array>
  patient: ColumnType<Buffer, Uint8Array, Uint8Array>
  policy: ColumnType<Buffer, Uint8Array, Uint8Array>
  plan_id: string
  payer_id: string
  contract_id: string
  billing_entity_id: string
  method: string
  claim_to: string
  held_until: CalendarDate | null
  held: boolean
  payer_cents: number
  provider_cents: number
  client_cents: number
  facts: ColumnType<Buffer, Uint8Array, Uint8Array>
  answer: ColumnType<Buffer, Uint8Array, Uint8Array>
  areas_edition: string | null
}

export interface SessionsConfirmationCode {
  practice_id: string
  confirmation_id: string
  line: number
  code: string
  modifiers: string[]
  units: number
  payer_cents: number
  provider_cents: number
}

export interface SessionsCrisisRecord {
  practice_id: string
  confirmation_id: string
  risk: ColumnType<Buffer, Uint8Array, Uint8Array>
  intervention: ColumnType<Buffer, Uint8Array, Uint8Array>
  people: ColumnType<Buffer, Uint8Array, Uint8Array>
  disposition: ColumnType<Buffer, Uint8Array, Uint8Array>
}

export interface SessionsDiagnosisCode {
  code: string
  label: string
  category: string
  often_paid_alone: boolean | null
  during: ColumnType<Period, string, string>
  source: string
}

export interface SessionsLock {
  practice_id: string
  session_id: string
  confirmation_id: string
  locked_at: Instant
}

export interface SessionsMove {
  practice_id: string
  session_id: string
  version: number
  person_id: string
  starts_at: Instant
  ends_at: Instant
  modality: 'telehealth' | 'in_person'
  moved_at: Instant
  moved_by: string
  member_id: string | null
}

export interface SessionsNote {
  practice_id: string
  id: string
  session_id: string
  kind: 'note' | 'addendum'
  body: ColumnType<Buffer, Uint8Array, Uint8Array>
  signed_at: Instant
  signed_by: string
}

export interface SessionsOccurrence {
  practice_id: string
  series_id: string
  occurs_on: CalendarDate
  session_id: string
  recorded_at: Instant
}

export interface SessionsPlanned {
  practice_id: string | null
  id: string | null
  member_id: string | null
  person_id: string | null
  starts_at: Instant | null
  ends_at: Instant | null
  modality: string | null
  version: number | null
  recorded_at: Instant | null
  recorded_by: string | null
  planned_at: Instant | null
  planned_by: string | null
  cancellation_kind: string | null
  initiator: string | null
  reason: string | null
  cancelled_at: Instant | null
  cancelled_by: string | null
}

export interface SessionsRateGap {
  practice_id: string
  session_id: string
  noticed_on: CalendarDate
  gaps: ColumnType<unknown, JsonText, JsonText>
  recorded_at: Instant
}

export interface SessionsReminder {
  practice_id: string
  session_id: string
  rule_id: string
  version: number
  mail_id: string
  at: Instant
}

export interface SessionsReminderRule {
  id: string
  audience: 'client' | 'clinician'
  hours: number
  during: ColumnType<Period, string, string>
  source: string
}

export interface SessionsReviewDecision {
  practice_id: string
  id: string
  review_id: string
  finding: 'in_order' | 'follow_up'
  words: string | null
  decided_at: Instant
  decided_by: string
}

export interface SessionsServiceCode {
  code: string
  label: string
  category: string
  minutes_min: number | null
  minutes_max: number | null
  minutes_typical: number | null
  who: string[]
  addon_to: string[] | null
  max_per_day: number | null
  replaced_by: string | null
  during: ColumnType<Period, string, string>
  certainty: string
  source: string
}

export interface SessionsSession {
  practice_id: string
  id: string
  member_id: string
  person_id: string
  starts_at: Instant
  ends_at: Instant
  modality: 'telehealth' | 'in_person'
  recorded_at: Instant
  recorded_by: string
}

export interface SessionsTimeLimit {
  name: string
  value: number
  unit: 'days' | 'hours'
  during: ColumnType<Period, string, string>
  source: string
}

export interface SessionsVoid {
  practice_id: string
  session_id: string
  reason: string
  voided_at: Instant
  voided_by: string
}

export interface Database {
  'audit.event': AuditEvent
  'audit.head': AuditHead
  'audit.seal': AuditSeal
  'audit.sealed_event': AuditSealedEvent
  'charges.cancellation_policy': ChargesCancellationPolicy
  'charges.cancellation_rule': ChargesCancellationRule
  'charges.charge': ChargesCharge
  'charges.charge_attempt': ChargesChargeAttempt
  'charges.charge_request': ChargesChargeRequest
  'charges.chargeback': ChargesChargeback
  'charges.fee': ChargesFee
  'charges.fee_end': ChargesFeeEnd
  'charges.forgiveness': ChargesForgiveness
  'charges.payment_method': ChargesPaymentMethod
  'charges.payment_method_choice': ChargesPaymentMethodChoice
  'charges.refund': ChargesRefund
  'charges.refund_result': ChargesRefundResult
  'charges.retry_rule': ChargesRetryRule
  'claims.answer_limit': ClaimsAnswerLimit
  'claims.claim': ClaimsClaim
  'claims.clearinghouse': ClaimsClearinghouse
  'claims.event': ClaimsEvent
  'claims.filing_alarm': ClaimsFilingAlarm
  'claims.release': ClaimsRelease
  'claims.revision': ClaimsRevision
  'claims.submission': ClaimsSubmission
  'clients.access': ClientsAccess
  'clients.archiving': ClientsArchiving
  'clients.card_photo': ClientsCardPhoto
  'clients.check_request': ClientsCheckRequest
  'clients.email_verification': ClientsEmailVerification
  'clients.form': ClientsForm
  'clients.form_signature': ClientsFormSignature
  'clients.invitation': ClientsInvitation
  'clients.invitation_answer': ClientsInvitationAnswer
  'clients.invitation_letter': ClientsInvitationLetter
  'clients.invitation_rule': ClientsInvitationRule
  'clients.known_person': ClientsKnownPerson
  'clients.language_choice': ClientsLanguageChoice
  'clients.list_change': ClientsListChange
  'clients.location': ClientsLocation
  'clients.location_finding': ClientsLocationFinding
  'clients.login': ClientsLogin
  'clients.majority_age': ClientsMajorityAge
  'clients.permission': ClientsPermission
  'clients.permission_answer': ClientsPermissionAnswer
  'clients.person': ClientsPerson
  'clients.person_change': ClientsPersonChange
  'clients.policy': ClientsPolicy
  'clients.policy_check': ClientsPolicyCheck
  'clients.policy_question': ClientsPolicyQuestion
  'clients.policy_question_answer': ClientsPolicyQuestionAnswer
  'clients.policy_taken_back': ClientsPolicyTakenBack
  'clients.roster': ClientsRoster
  'contracts.contract': ContractsContract
  'contracts.pay_schedule': ContractsPaySchedule
  'contracts.payer': ContractsPayer
  'contracts.payer_rate': ContractsPayerRate
  'contracts.plan': ContractsPlan
  'contracts.provider_rate': ContractsProviderRate
  'coverage.compact_state': CoverageCompactState
  'coverage.edition': CoverageEdition
  'coverage.licence_family': CoverageLicenceFamily
  'coverage.licence_title': CoverageLicenceTitle
  'coverage.licensee': CoverageLicensee
  'coverage.service_area': CoverageServiceArea
  'coverage.temporary_practice': CoverageTemporaryPractice
  'credentialing.authority': CredentialingAuthority
  'credentialing.authority_change': CredentialingAuthorityChange
  'credentialing.credential': CredentialingCredential
  'credentialing.credential_change': CredentialingCredentialChange
  'credentialing.credential_request': CredentialingCredentialRequest
  'credentialing.desk_limit': CredentialingDeskLimit
  'credentialing.exclusion': CredentialingExclusion
  'credentialing.exclusion_change': CredentialingExclusionChange
  'credentialing.virtual_network': CredentialingVirtualNetwork
  'credentialing.virtual_opt_in': CredentialingVirtualOptIn
  'credentialing.virtual_opt_out': CredentialingVirtualOptOut
  'deletions.event': DeletionsEvent
  'deletions.kept': DeletionsKept
  'deletions.letter': DeletionsLetter
  'deletions.letter_end': DeletionsLetterEnd
  'deletions.request': DeletionsRequest
  'deletions.retention_rule': DeletionsRetentionRule
  'deletions.time_limit': DeletionsTimeLimit
  'deletions.tombstone': DeletionsTombstone
  'house.allocated_number': HouseAllocatedNumber
  'house.clock': HouseClock
  'house.data_key': HouseDataKey
  'house.file': HouseFile
  'house.file_outcome': HouseFileOutcome
  'house.mail': HouseMail
  'house.mail_attempt': HouseMailAttempt
  'house.replayed_answer': HouseReplayedAnswer
  'house.replayed_answer_to_person': HouseReplayedAnswerToPerson
  'house.trouble': HouseTrouble
  'joining.application': JoiningApplication
  'joining.call': JoiningCall
  'joining.call_change': JoiningCallChange
  'joining.consultant_block': JoiningConsultantBlock
  'joining.consultant_exception': JoiningConsultantException
  'joining.consultant_week': JoiningConsultantWeek
  'joining.document': JoiningDocument
  'joining.document_letter': JoiningDocumentLetter
  'joining.document_review': JoiningDocumentReview
  'joining.document_rule': JoiningDocumentRule
  'joining.exception_removal': JoiningExceptionRemoval
  'joining.follow_up': JoiningFollowUp
  'joining.follow_up_change': JoiningFollowUpChange
  'joining.follow_up_letter': JoiningFollowUpLetter
  'joining.follow_up_rule': JoiningFollowUpRule
  'joining.form_again': JoiningFormAgain
  'joining.letter_link': JoiningLetterLink
  'joining.onboarding_mark': JoiningOnboardingMark
  'joining.opening': JoiningOpening
  'joining.quote': JoiningQuote
  'joining.removal_request': JoiningRemovalRequest
  'joining.return_window': JoiningReturnWindow
  'joining.step': JoiningStep
  'ledger.posting': LedgerPosting
  'ledger.seal': LedgerSeal
  'ledger.sealed_posting': LedgerSealedPosting
  'ledger.transfer': LedgerTransfer
  'operations.record_opening': OperationsRecordOpening
  'operations.work': OperationsWork
  'payouts.bank_account': PayoutsBankAccount
  'payouts.bank_account_check': PayoutsBankAccountCheck
  'payouts.bank_batch': PayoutsBankBatch
  'payouts.bank_file': PayoutsBankFile
  'payouts.bank_line': PayoutsBankLine
  'payouts.bank_statement': PayoutsBankStatement
  'payouts.operator_account': PayoutsOperatorAccount
  'payouts.own_money': PayoutsOwnMoney
  'payouts.payout': PayoutsPayout
  'payouts.payout_event': PayoutsPayoutEvent
  'payouts.payout_item': PayoutsPayoutItem
  'payouts.tax_form': PayoutsTaxForm
  'payouts.test_deposit': PayoutsTestDeposit
  'payouts.test_deposit_answer': PayoutsTestDepositAnswer
  'practices.admin_approval': PracticesAdminApproval
  'practices.admin_approval_answer': PracticesAdminApprovalAnswer
  'practices.admin_request': PracticesAdminRequest
  'practices.billing_entity': PracticesBillingEntity
  'practices.kind_change': PracticesKindChange
  'practices.location': PracticesLocation
  'practices.location_finding': PracticesLocationFinding
  'practices.member': PracticesMember
  'practices.practice': PracticesPractice
  'practices.provider_intake': PracticesProviderIntake
  'practices.role_change': PracticesRoleChange
  'practices.standing_change': PracticesStandingChange
  'practices.team_invitation': PracticesTeamInvitation
  'practices.team_invitation_end': PracticesTeamInvitationEnd
  'practices.telehealth_link': PracticesTelehealthLink
  'records.import': RecordsImport
  'records.import_made': RecordsImportMade
  'records.import_undo': RecordsImportUndo
  'records.upload': RecordsUpload
  'remittances.absorption_deadline': RemittancesAbsorptionDeadline
  'remittances.decision': RemittancesDecision
  'remittances.deposit': RemittancesDeposit
  'remittances.judgement': RemittancesJudgement
  'remittances.provider_adjustment': RemittancesProviderAdjustment
  'remittances.transaction': RemittancesTransaction
  'remittances.unmatched': RemittancesUnmatched
  'remittances.unmatched_settlement': RemittancesUnmatchedSettlement
  'reports.billed_session': ReportsBilledSession
  'reports.open_pay_line': ReportsOpenPayLine
  'reports.payout_line': ReportsPayoutLine
  'reports.session_transfer': ReportsSessionTransfer
  'reports.standing_denial': ReportsStandingDenial
  'scheduling.feed': SchedulingFeed
  'scheduling.feed_end': SchedulingFeedEnd
  'scheduling.horizon': SchedulingHorizon
  'scheduling.proposal_rule': SchedulingProposalRule
  'scheduling.series': SchedulingSeries
  'scheduling.series_end': SchedulingSeriesEnd
  'scheduling.unavailable': SchedulingUnavailable
  'scheduling.unavailable_end': SchedulingUnavailableEnd
  'scheduling.working_block': SchedulingWorkingBlock
  'scheduling.working_week': SchedulingWorkingWeek
  'sessions.cancellation': SessionsCancellation
  'sessions.change_request': SessionsChangeRequest
  'sessions.change_request_answer': SessionsChangeRequestAnswer
  'sessions.compliance_review': SessionsComplianceReview
  'sessions.confirmation': SessionsConfirmation
  'sessions.confirmation_code': SessionsConfirmationCode
  'sessions.crisis_record': SessionsCrisisRecord
  'sessions.diagnosis_code': SessionsDiagnosisCode
  'sessions.lock': SessionsLock
  'sessions.move': SessionsMove
  'sessions.note': SessionsNote
  'sessions.occurrence': SessionsOccurrence
  'sessions.planned': SessionsPlanned
  'sessions.rate_gap': SessionsRateGap
  'sessions.reminder': SessionsReminder
  'sessions.reminder_rule': SessionsReminderRule
  'sessions.review_decision': SessionsReviewDecision
  'sessions.service_code': SessionsServiceCode
  'sessions.session': SessionsSession
  'sessions.time_limit': SessionsTimeLimit
  'sessions.void': SessionsVoid
}
