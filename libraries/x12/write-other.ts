import type { Composer } from './composer.ts'
import type { OtherSegment } from './model-party.ts'

/** Writes the segments without typed place that stood in this loop, or in a loop inside it. */
export function writeOther(
  to: Composer,
  other: OtherSegment[] | undefined,
  loop: string,
  wanted: (id: string) => boolean = () => true,
): void {
  if (other === undefined) return
  for (const each of other) {
    if (each.loop === loop && wanted(each.elements[0] ?? '')) to.addOther(each)
  }
}
