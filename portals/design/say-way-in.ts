/** How a session came to be, as the server keeps it. */
export type WayIn = 'password' | 'password_and_code' | 'password_and_paper_code' | 'passkey' | 'card'

const said: Record<WayIn, string> = {
  password: 'by password',
  password_and_code: 'by password and code',
  password_and_paper_code: 'by password and a code kept on paper',
  passkey: 'by passkey',
  card: 'by a card of the demonstration',
}

/** "by passkey": after "Signed in". */
export function sayWayIn(way: WayIn): string {
  return said[way]
}
