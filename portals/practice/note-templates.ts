/** Beginnings of a note for a session in which nothing unusual happened; whoever signs answers for what stands there. */
export const noteTemplates: readonly { name: string; text: string }[] = [
  {
    name: 'As planned',
    text: 'Session held as planned. Continued the work on the current goals; the client took an active part. No change in risk. Plan: continue as agreed.',
  },
  {
    name: 'Progress',
    text: 'Reviewed progress since the last session. The client reports improvement and used the skills practiced. No change in risk. Plan: continue as agreed.',
  },
]
