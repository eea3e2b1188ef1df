/** Why insurance could not be confirmed as it was entered; the client reads it in their language. */
export const questionReasons = [
  'photo_unreadable',
  'photo_missing',
  'member_unknown',
  'name_differs',
  'birth_date_differs',
  'other_plan',
  'other',
] as const

export type QuestionReason = (typeof questionReasons)[number]
