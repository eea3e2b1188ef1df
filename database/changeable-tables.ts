/**
 * The settings, drafts and ends of periods that a runtime role may change after they were recorded, though their tables
 * are not local: by table, role and column. `remove` names the roles that may delete rows. All else is only ever inserted.
 */
export const changeableTables: Record<string, Change> = {
  // The payer names the day after the credential was recorded: null to a date.
  'credentialing.credential': { columns: { operations: ['payer_ready'] } },
  // A dated value ends where its successor begins; the store sets no end that has passed.
  'charges.retry_rule': { columns: { operations: ['during'] } },
  'claims.answer_limit': { columns: { operations: ['during'] } },
  'clients.location': { columns: { portal: ['during'], operations: ['during'] } },
  'contracts.pay_schedule': { columns: { operations: ['during'] } },
  'contracts.payer_rate': { columns: { operations: ['during'] } },
  'contracts.provider_rate': { columns: { operations: ['during'] } },
  'practices.location': { columns: { portal: ['during'], operations: ['during'] } },
  'remittances.absorption_deadline': { columns: { operations: ['during'] } },
  'sessions.time_limit': { columns: { operations: ['during'] } },
}

export type Change = {
  columns?: Partial<Record<'portal' | 'operations', string[]>>
  remove?: ('portal' | 'operations')[]
}
