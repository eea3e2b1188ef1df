/** "113750001" -> "11375-0001": claims want nine digits together, people read them apart. */
export function sayZip(zip: string | null): string {
  return zip === null ? '' : zip.replace(/^(\d{5})(\d{4})$/, '$1-$2')
}
