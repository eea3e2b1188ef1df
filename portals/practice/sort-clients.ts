import type { Client } from '../contract.ts'

/** The clients that a search names, by family name; every word must begin a word of the name, the plan or the member ID. */
export function sortClients(clients: readonly Client[], search: string): Client[] {
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const matches = ({ name, planName, memberId }: Client) => {
    const said = `${name} ${planName ?? ''} ${memberId ?? ''}`.toLowerCase().split(/\s+/)
    return words.every((word) => said.some((each) => each.startsWith(word)))
  }
  return clients.filter(matches).toSorted((a, b) => familyName(a).localeCompare(familyName(b), 'en'))
}

function familyName({ name }: Client): string {
  const [given = '', ...rest] = name.split(' ')
  return `${rest.join(' ')} ${given}`
}
