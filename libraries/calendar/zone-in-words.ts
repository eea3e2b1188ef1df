// A formatter takes longer to make than anything else about a letter.
const known = new Map<string, string>()

/** "Eastern Time": how people call a zone, summer and winter. */
export function zoneInWords(zone: string): string {
  const words = known.get(zone) ?? askedOf(zone)
  known.set(zone, words)
  return words
}

function askedOf(zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(0)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
}
