import type { Composer } from './composer.ts'
import type { OtherSegment } from './model-party.ts'

/** Writes the segments without typed place that stood in this loop: all of them, or those of the names wanted. */
export function writeOther(
  to: Composer,
  other: readonly OtherSegment[] | undefined,
  loop: string,
  wanted: ((id: string) => boolean) | null = null,
): void {
  if (other === undefined) return
  for (const each of other) {
    if (each.loop === loop && (wanted === null || wanted(each.elements[0] ?? ''))) to.addOther(each)
  }
}
