export type DeletionDeed =
  | 'withdrawn'
  | 'approved'
  | 'declined'
  | 'carried_out'
  | 'final_proposed'
  | 'final_approved'
  | 'final_declined'
  | 'final_carried_out'

export type DeletionState =
  | 'asked'
  | 'approved'
  | 'withdrawn'
  | 'declined'
  | 'carried_out'
  | 'final_proposed'
  | 'final_approved'
  | 'final_carried_out'

/** How a case stands by what was said and done of it, in whatever order it is read. */
export function deletionState(deeds: ReadonlySet<DeletionDeed>): DeletionState {
  if (deeds.has('final_carried_out')) return 'final_carried_out'
  // A final deletion that was declined leaves the rest where it was.
  if (deeds.has('final_declined')) return 'carried_out'
  if (deeds.has('final_approved')) return 'final_approved'
  if (deeds.has('final_proposed')) return 'final_proposed'
  if (deeds.has('carried_out')) return 'carried_out'
  if (deeds.has('withdrawn')) return 'withdrawn'
  if (deeds.has('declined')) return 'declined'
  return deeds.has('approved') ? 'approved' : 'asked'
}

/** What the operator's people may say or do next; `by` are the logins that approved. */
export function nextDeeds(state: DeletionState): readonly DeletionDeed[] {
  switch (state) {
    case 'asked':
      return ['approved', 'declined']
    case 'approved':
      return ['carried_out', 'declined']
    case 'final_proposed':
      return ['final_approved', 'final_declined']
    case 'final_approved':
      return ['final_carried_out', 'final_declined']
    case 'withdrawn':
    case 'declined':
    case 'carried_out':
    case 'final_carried_out':
      return []
  }
}
