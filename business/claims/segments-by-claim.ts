import { segmentsIn } from '../../libraries/x12/index.ts'

/**
 * The segments of each claim in an 837P that we wrote: from its CLM to the next claim, level or trailer. A practice sees
 * its own claim's segments, never the file, which holds other people's.
 */
export function segmentsByClaim(text: string): Map<string, string> {
  const claims = new Map<string, string>()
  let current: string | null = null
  for (const { id, elements, delimiters } of segmentsIn([Buffer.from(text)]).segments) {
    if (id === 'CLM') current = elements[1] ?? null
    else if (id === 'HL' || id === 'SE') current = null
    if (current === null) continue
    const segment = elements.join(delimiters.element) + delimiters.segment
    claims.set(current, `${claims.get(current) ?? ''}${segment}\n`)
  }
  return claims
}
