/** Data keys stand apart by purpose, so that whoever got one has not all. */
export const purposes = ['identity', 'clinical', 'claims', 'requests'] as const

export type Purpose = (typeof purposes)[number]

/** How a table's rows are named, which key is for it, and what its encrypted columns hold in the clear. */
export type EncryptedTable = {
  purpose: Purpose
  /** The primary key: a value is bound to it. */
  row: readonly string[]
  columns: Readonly<Record<string, 'text' | 'json' | 'bytes'>>
  /** A blind index, and which word of which JSON column it stands for. */
  blind?: { column: string; of: string; word: string }
}

/**
 * Every column that is kept encrypted; docs/decisions/0018 says why these. The database refuses a plain value in any of
 * them. To add one: a migration that makes it bytea with the check, its line here, and encrypt/decrypt in its store.
 */
export const encryptedTables = {
  'clients.person': {
    purpose: 'identity',
    row: ['person_id'],
    columns: { date_of_birth: 'text', phone: 'text', street: 'text' },
  },
  'clients.person_change': {
    purpose: 'identity',
    row: ['person_id', 'id'],
    columns: { date_of_birth: 'text', phone: 'text', street: 'text' },
  },
  'clients.policy': {
    purpose: 'identity',
    row: ['person_id', 'id'],
    columns: {
      member_id: 'text',
      group_number: 'text',
      holder_given_name: 'text',
      holder_family_name: 'text',
      holder_date_of_birth: 'text',
    },
  },
  'clients.location': { purpose: 'identity', row: ['person_id', 'id'], columns: { street: 'text' } },
  'clients.card_photo': { purpose: 'identity', row: ['person_id', 'id'], columns: { bytes: 'bytes' } },
  'clients.form_signature': { purpose: 'identity', row: ['person_id', 'id'], columns: { typed_name: 'text' } },
  'sessions.note': { purpose: 'clinical', row: ['practice_id', 'id'], columns: { body: 'text' } },
  'sessions.crisis_record': {
    purpose: 'clinical',
    row: ['practice_id', 'confirmation_id'],
    columns: { risk: 'text', intervention: 'text', people: 'text', disposition: 'text' },
  },
  'sessions.confirmation': {
    purpose: 'clinical',
    row: ['practice_id', 'id'],
    columns: { diagnoses: 'json', location: 'json', patient: 'json', policy: 'json', facts: 'json', answer: 'json' },
  },
  'claims.claim': {
    purpose: 'claims',
    row: ['practice_id', 'id'],
    columns: { content: 'json' },
    blind: { column: 'member_index', of: 'content', word: 'memberId' },
  },
  'claims.revision': { purpose: 'claims', row: ['practice_id', 'claim_id', 'attempt'], columns: { content: 'json' } },
  'claims.submission': {
    purpose: 'claims',
    row: ['practice_id', 'claim_id', 'attempt'],
    columns: { segments: 'text' },
  },
  'house.file': { purpose: 'claims', row: ['practice_id', 'id'], columns: { bytes: 'bytes' } },
  'house.replayed_answer': {
    purpose: 'requests',
    row: ['practice_id', 'user_id', 'key'],
    columns: { answer: 'json' },
  },
  'house.replayed_answer_to_person': {
    purpose: 'requests',
    row: ['person_id', 'user_id', 'key'],
    columns: { answer: 'json' },
  },
  'records.upload': { purpose: 'requests', row: ['practice_id', 'id'], columns: { bytes: 'bytes' } },
} as const satisfies Record<string, EncryptedTable>

export type EncryptedTableName = keyof typeof encryptedTables

/** 'sessions.note.body' and the others. */
export type EncryptedColumn = {
  [Table in EncryptedTableName]: `${Table}.${keyof (typeof encryptedTables)[Table]['columns'] & string}`
}[EncryptedTableName]

/** The table of a column, by its whole name. */
export function tableOf(column: EncryptedColumn): { name: EncryptedTableName; table: EncryptedTable } {
  const name = column.slice(0, column.lastIndexOf('.')) as EncryptedTableName
  return { name, table: encryptedTables[name] }
}

/** Where a value stands, as it is bound to it: the column and its row's key. Ids are one whatever their case. */
export function placeOf(table: string, column: string, row: readonly (string | number)[]): string {
  return JSON.stringify([table, column, ...row.map((part) => String(part).toLowerCase())])
}
