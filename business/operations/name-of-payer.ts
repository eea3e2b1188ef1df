/**
 * The payer of a remittance by our own name of it, where it writes a name that we know in its own letters (N102 is often
 * in capitals); what we do not know is said as it was told.
 */
export function nameOfPayer(told: string, known: readonly { name: string }[]): string {
  const letters = (name: string) =>
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  return known.find(({ name }) => letters(name) === letters(told))?.name ?? told
}
