import type { Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { Instant } from '../libraries/calendar/index.ts'
import type { Cents } from '../libraries/money/index.ts'

/** What a room may be handed from outside, and nothing else: the composition root makes it, tests and the simulation too. */
export type World = {
  clock: Clock
  ids: Ids
  /** The operator's zone: paydays, deadlines and statements are days on this wall. */
  zone: string
  /** The practice row that is the operator itself. */
  operator: string
  numbers: Numbers
  files: Files
  mail: Mail
  links: Links
  outside: Outside
  /** Called after each outside or database effect, by name; the crash tests end the process there. */
  witness: (point: string) => void
}

export type Db = Kysely<Database>
export type Clock = { now(): Instant }
/** UUIDv7, so that ids sort by the moment they were made. */
export type Ids = { next(): string }

/** Numbers that a partner limits in length: taken once, never again. */
export type Numbers = {
  allocate(db: Db, number: { partner: string; kind: string; at: Instant; first?: number }): Promise<number>
}

export type StoredFile = {
  id: string
  partner: string
  folder: string
  name: string
  sha256: string
  bytes: Uint8Array
}

/** The operator's files, byte for byte. An identity is partner, direction, folder, name and content. */
export type Files = {
  record(
    db: Db,
    file: { partner: string; direction: 'in' | 'out'; folder: string; name: string; bytes: Uint8Array; at: Instant },
  ): Promise<{ id: string; sha256: string; isNew: boolean }>
  addOutcome(db: Db, fileId: string, outcome: { outcome: string; detail?: object; at: Instant }): Promise<void>
  /** Files that stand at none of the given outcomes, oldest first. */
  without(db: Db, outcome: string[], where: { partner: string; direction: 'in' | 'out' }): Promise<StoredFile[]>
  find(db: Db, fileId: string): Promise<StoredFile | null>
  /** Every file, in the order in which they came and went. */
  all(db: Db): Promise<(StoredFile & { direction: 'in' | 'out'; recordedAt: Instant })[]>
  /** The names that we have of a folder of a partner, with the size of every content that came under each. */
  sizes(
    db: Db,
    where: { partner: string; direction: 'in' | 'out'; folder: string },
  ): Promise<Map<string, ReadonlySet<number>>>
}

export type Letter = {
  /** Whose outbox: a practice's own, or the operator's. */
  practiceId: string
  /** Makes the letter one letter, however often its deed is repeated; without it each call posts another. */
  id?: string
  to: string
  subject: string
  /** Plain text without health data: it leaves the house. */
  body: string
  /** What it is about, as `kind id`, for the operator; never a name or diagnosis. */
  about: string | null
}

/** The outbox: a letter is recorded in the given transaction and leaves after it has been committed. */
export type Mail = { post(db: Db, letter: Letter): Promise<{ id: string }> }

/** A partner's SFTP server. Every call throws `OutsideTrouble` when the answer is not known for certain. */
export type SftpPartner = {
  list(folder: string): Promise<string[]>
  /** The same with the size of each file in bytes. */
  sizes(folder: string): Promise<Map<string, number>>
  get(folder: string, name: string): Promise<Uint8Array>
  /** Uploads under a passing name and renames, so that the partner never reads half a file. */
  put(folder: string, name: string, bytes: Uint8Array): Promise<void>
}

/** Addresses of our own pages, for letters; a secret stands behind their #, and only its hash is kept. */
export type Links = { secret(): string; to(path: string): string }

export type CardAnswer =
  | { outcome: 'captured'; processorId: string }
  | { outcome: 'declined'; processorId: string; declineCode: string }

/** What the processor keeps of a card; the number itself stays with it. */
export type CardKept = { token: string; brand: string; lastFour: string; expiresMonth: number; expiresYear: number }

export type CardProcessor = {
  /** Hands a card over for a token. Declined: the processor's code says why, and nothing is kept. */
  tokenise(card: {
    number: string
    expiresMonth: number
    expiresYear: number
    securityCode: string
  }): Promise<({ outcome: 'kept' } & CardKept) | { outcome: 'declined'; declineCode: string }>
  /** What stands behind a token of ours; null: no such token. */
  card(token: string): Promise<CardKept | null>
  charge(charge: { key: string; token: string; cents: Cents; reference: string }): Promise<CardAnswer>
  refund(refund: { key: string; chargeId: string; cents: Cents }): Promise<{ processorId: string }>
}

export type Outside = { clearinghouse: SftpPartner; bank: SftpPartner; cards: CardProcessor }

/** The outside world did not answer, so what it did is unknown: nothing is recorded and the deed is tried again. */
export class OutsideTrouble extends Error {
  readonly partner: string
  constructor(partner: string, message: string, options?: ErrorOptions) {
    super(`${partner}: ${message}`, options)
    this.name = 'OutsideTrouble'
    this.partner = partner
  }
}

export type Reach = 'none' | 'own' | 'all'

/** How far a member reaches in each area of a practice; what the areas are says practices/abilities-of.ts. */
export type Abilities = {
  calendar: Reach
  planning: Reach
  confirming: Reach
  clients: Reach
  notes: Reach
  money: Reach
  bank: 'none' | 'see' | 'change'
  status: Reach
  settings: 'none' | 'change'
  team: 'none' | 'run' | 'decide'
}

/** Who asks: carried by the transaction, so that row-level security sees it too. */
export type Who = { userId: string; practiceId: string; memberId: string; clinician: boolean; may: Abilities }

/** A client who asks, in no practice: the login, and the person it acts for. */
export type Client = { userId: string; personId: string }

/**
 * Something that falls due. `run` does all that is due at the clock's moment under the operations connection and says how
 * many things it did; a second run does nothing. `nextDue` is the first later moment at which there will be more.
 */
export type Deed = {
  name: string
  run(db: Db, world: World): Promise<number>
  nextDue?(db: Db, world: World): Promise<Instant | null>
  /** Time alone brings it nothing to do: only what somebody else has done, or only what lies with this partner for us. */
  workComesFrom?: 'others' | 'clearinghouse' | 'bank'
  /** What it does gives nobody else anything to do: letters, seals. */
  givesWorkTo?: 'nobody'
  /** When it had nothing to do at a moment, it has nothing before this one, whatever anybody does. */
  restsUntil?(at: Instant): Instant
}
