/** "Juniper Street Therapy" -> "JS": at most two letters for a crest or a face. */
export function initialsOf(name: string): string {
  const letters = name
    .split(/[\s,]+/)
    .filter((word) => /^\p{L}/u.test(word))
    .map((word) => word.charAt(0).toUpperCase())
  return letters.slice(0, 2).join('')
}
