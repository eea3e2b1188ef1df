/** Why a payment of an 835 is set aside whole, and nothing of it is posted. */
export type QuarantineReason =
  | 'unbalanced'
  | 'payee_not_ours'
  | 'same_trace_other_content'
  | 'unreadable'
  | 'unsupported_version'
