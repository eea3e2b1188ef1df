/**
 * The settings, drafts and ends of periods that a runtime role may change after they were recorded, though their tables
 * are not local: by table, role and column. `remove` names the roles that may delete rows. All else is only ever inserted.
 * What a request for deletion blanks or removes goes through the function `deletions.carry_out` alone, which refuses
 * without two people: no role has the right itself.
 */
export const changeableTables: Record<string, Change> = {
  // The payer names the day after the credential was recorded: null to a date.
  'credentialing.credential': { columns: { operations: ['payer_ready'] } },
  // The last event of each login's chain: the next one follows it.
  'audit.head': { columns: { portal: ['number', 'hash'], operations: ['number', 'hash'] } },
  // A dated value ends where its successor begins; the store sets no end that has passed.
  'charges.retry_rule': { columns: { operations: ['during'] } },
  'claims.answer_limit': { columns: { operations: ['during'] } },
  'clients.location': { columns: { portal: ['during'], operations: ['during'] } },
  // A guardian's access ends when it is given back or taken.
  'clients.login': { columns: { portal: ['during'], operations: ['during'] } },
  'contracts.pay_schedule': { columns: { operations: ['during'] } },
  'contracts.plan': { columns: { operations: ['during'] } },
  'contracts.payer_rate': { columns: { operations: ['during'] } },
  'contracts.provider_rate': { columns: { operations: ['during'] } },
  // A member is there before their login: null to the one that accepted the invitation.
  'practices.member': { columns: { operations: ['user_id'] } },
  'practices.location': { columns: { portal: ['during'], operations: ['during'] } },
  'remittances.absorption_deadline': { columns: { operations: ['during'] } },
  'sessions.time_limit': { columns: { operations: ['during'] } },
}

export type Change = {
  columns?: Partial<Record<'portal' | 'operations', string[]>>
  remove?: ('portal' | 'operations')[]
}
