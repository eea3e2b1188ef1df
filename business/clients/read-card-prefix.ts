/** What the member id on a Blue card begins with: the home plan's prefix, the federal employees' letter, or neither. */
export type CardPrefix = { names: 'home_plan'; prefix: string } | { names: 'federal_program' } | { names: 'nothing' }

/**
 * Reads the prefix of a member id as printed. Which prefix is whose is published nowhere, so it is a hint for people, who ask
 * where they are unsure (BlueCard Eligibility); nobody is refused on a prefix alone. The federal program's ids are R and eight
 * digits, and go to the local plan by rules of their own.
 */
export function readCardPrefix(memberId: string): CardPrefix {
  const id = memberId.replace(/[\s-]/g, '').toUpperCase()
  if (/^R\d{8}$/.test(id)) return { names: 'federal_program' }
  const [prefix] = /^(?=.{0,2}[A-Z])[A-Z0-9]{3}(?=[A-Z0-9]{3})/.exec(id) ?? []
  return prefix === undefined ? { names: 'nothing' } : { names: 'home_plan', prefix }
}

/** The same in words for whoever checks the insurance with the payer. */
export function sayCardPrefix(memberId: string): string {
  const read = readCardPrefix(memberId)
  switch (read.names) {
    case 'home_plan':
      return `${read.prefix} names the home plan. Whose it is says BlueCard Eligibility, 1-800-676-2583.`
    case 'federal_program':
      return 'R and eight digits: the federal employees’ program, which is not BlueCard. Ask the local Blue plan.'
    case 'nothing':
      return 'None to be seen. Ask the plan whether the number is whole.'
  }
}
