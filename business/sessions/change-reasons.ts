/** Why a client would like to call an appointment off or move it: for the practice's eyes, never in a letter. */
export const changeReasons = ['another_time', 'not_well', 'away', 'family', 'work', 'cost', 'other'] as const

export type ChangeReason = (typeof changeReasons)[number]

/** As the practice reads it, and as it stands in its record. */
export const reasonWords: Record<ChangeReason, string> = {
  another_time: 'Another time suits better',
  not_well: 'Not well',
  away: 'Away that day',
  family: 'Needed by family',
  work: 'Work',
  cost: 'The cost',
  other: 'Another reason',
}
