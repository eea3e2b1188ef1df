import type { SeenKind } from '../../business/clients/describe-action.ts'
import type { QuestionReason } from '../../business/clients/question-reasons.ts'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { WayIn } from '../design/say-way-in.ts'

/** What the server answers a client about their own account. */
export type Account = {
  person: {
    givenName: string
    familyName: string
    preferredName: string | null
    dateOfBirth: CalendarDate | null
    sex: 'F' | 'M' | 'U'
    email: string | null
    emailVerified: boolean
    phone: string | null
    street: string | null
    city: string | null
    state: string | null
    zip: string | null
  }
  forms: Form[]
  photos: { id: string; side: 'front' | 'back'; contentType: string }[]
  invitations: Invitation[]
  locations: ClientLocation[]
}

export type Form = {
  id: string
  version: number
  title: string
  body: string
  sha256: string
  signed: { at: Instant; typedName: string } | null
}

export type Invitation = { invitationId: string; practiceName: string; clinicianName: string; invitedAt: Instant }

export type ClientLocation = {
  id: string
  label: string
  street: string | null
  city: string | null
  state: string
  zip: string | null
  from: CalendarDate
  until: CalendarDate | null
}

export type Insurance = {
  plans: { id: string; name: string; asksSuitcase: boolean }[]
  policies: Policy[]
}

export type Policy = {
  id: string
  planName: string
  isListed: boolean
  memberId: string
  groupNumber: string | null
  coverage: 'active' | 'inactive' | 'unverified'
  holder: { givenName: string; familyName: string; dateOfBirth: CalendarDate } | null
  suitcase: boolean | null
  from: CalendarDate
  until: CalendarDate | null
  /** What could not be confirmed of it, and is asked. */
  question: {
    id: string
    reason: QuestionReason
    words: string | null
    askedAt: Instant
    isAnswered: boolean
  } | null
}

export type Card = {
  id: string
  brand: string
  lastFour: string
  expiresMonth: number | null
  expiresYear: number | null
  preferred: boolean
}

/** A browser that is signed in. */
export type Device = {
  id: string
  token: string
  createdAt: string
  updatedAt: string
  userAgent?: string | null
  signedInBy?: WayIn | null
}

/** Who looked at a person's record, or changed it. */
export type Looks = {
  looks: {
    id: string
    at: Instant
    by: string | null
    role: string
    practiceName: string
    deed: 'looked' | 'wrote'
    what: SeenKind
    reason: string | null
  }[]
  more: boolean
}

/** Who acts for a person, and whom this login was allowed to act for. */
export type Household = {
  relation: 'self' | 'guardian' | 'allowed'
  acting: {
    userId: string
    isThisLogin: boolean
    relation: 'self' | 'guardian' | 'allowed'
    name: string | null
    from: CalendarDate
    until: CalendarDate | null
  }[]
  allowed: { id: string; email: string; until: CalendarDate | null }[]
  toMe: { permissionId: string; name: string; until: CalendarDate | null }[]
}
