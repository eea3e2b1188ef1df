/**
 * The settings, drafts and ends of periods that a runtime role may change after they were recorded, though their tables
 * are not local: by table, role and column. `remove` names the roles that may delete rows. All else is only ever inserted.
 */
export const changeableTables: Record<string, Change> = {
  // The payer names the day after the credential was recorded: null to a date.
  'credentialing.credential': { columns: { operations: ['payer_ready'] } },
}

export type Change = {
  columns?: Partial<Record<'portal' | 'operations', string[]>>
  remove?: ('portal' | 'operations')[]
}
