type Addressed = { street: string | null; city: string | null; state: string; zip: string | null }

/** "100 Example Street, Queens, NY 11375": one line for people; null while no street is known. */
export function addressLine({ street, city, state, zip }: Addressed): string | null {
  if (street === null || street.trim() === '') return null
  const place = [city, `${state} ${zip ?? ''}`.trim()].filter((part) => part !== null)
  return [street, ...place].join(', ')
}
