/** What of a client's record an action of the audit was about; pages say it in words. */
export const seenKinds = [
  'account',
  'insurance',
  'card_photos',
  'payment_methods',
  'appointments',
  'notes',
  'session',
  'what_if',
  'claim',
  'explanation',
  'billing',
  'opening',
  'list',
  'export',
  'record',
] as const
export type SeenKind = (typeof seenKinds)[number]

export type Seen = { deed: 'looked' | 'wrote'; what: SeenKind }

// The first that fits: from the particular to the general.
const kinds: [RegExp, SeenKind][] = [
  [/^\/api\/operations\/record-openings/, 'opening'],
  [/\/export\.zip$/, 'export'],
  [/\/card-photos/, 'card_photos'],
  [/\/payment-methods|\/card-tokens/, 'payment_methods'],
  [/\/insurance|\/coverage-checks|\/billing-method/, 'insurance'],
  [/\/notes|\/addenda/, 'notes'],
  [/\/what-if|\/colleagues|\/transfer/, 'what_if'],
  [/\/explanation/, 'explanation'],
  [/\/operations\/claims/, 'claim'],
  [/\/billing|\/invoice|\/superbill|\/payments/, 'billing'],
  [/\/sessions\/:sessionId|\/confirmation|\/operations\/sessions/, 'session'],
  [/\/appointments|\/sessions$|\/moves|\/cancellations/, 'appointments'],
  [/^\/api\/clients\/:personId/, 'account'],
]

/** Reads an action as recordAudit keeps it: "look GET /api/…". */
export function describeAction(action: string): Seen {
  const [kind = '', , path = ''] = action.split(' ')
  const what = kinds.find(([pattern]) => pattern.test(path))?.[1] ?? (kind === 'list' ? 'list' : 'record')
  return { deed: kind === 'write' ? 'wrote' : 'looked', what }
}
