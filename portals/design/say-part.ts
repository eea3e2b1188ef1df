/** A part of a whole in words that a reader can check: "94% (31 of 33)"; of nothing there is no part. */
export function sayPart(part: number, whole: number): string {
  if (whole === 0) return '–'
  return `${Math.round((part / whole) * 100)}% (${part.toLocaleString('en-US')} of ${whole.toLocaleString('en-US')})`
}
