/** "Clara H.": as much of a client's name as a list of work may say. */
export function abbreviateName({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return familyName === '' ? givenName : `${givenName} ${familyName.charAt(0).toUpperCase()}.`
}
