/**
 * The segments of each claim in an 837P that we wrote: from its CLM to the next claim, level or trailer. A practice sees
 * its own claim's segments, never the file, which holds other people's.
 */
export function segmentsByClaim(text: string): Map<string, string> {
  const claims = new Map<string, string>()
  let current: string | null = null
  for (const line of text.split('\n')) {
    const name = line.slice(0, line.search(/[*~]/))
    if (name === 'CLM') current = line.split('*')[1] ?? null
    else if (name === 'HL' || name === 'SE') current = null
    if (current !== null) claims.set(current, `${claims.get(current) ?? ''}${line}\n`)
  }
  return claims
}
