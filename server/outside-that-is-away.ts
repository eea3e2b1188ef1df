import { type Outside, OutsideTrouble, type SftpPartner } from '../business/world.ts'

/** An outside world that never answers: for commands that need none, and for tests of everything else. */
export const outsideThatIsAway: Outside = {
  clearinghouse: partnerAway('clearinghouse'),
  bank: partnerAway('bank'),
  cards: {
    tokenise: () => away('cards'),
    card: () => away('cards'),
    charge: () => away('cards'),
    refund: () => away('cards'),
  },
}

function partnerAway(partner: string): SftpPartner {
  return { list: () => away(partner), sizes: () => away(partner), get: () => away(partner), put: () => away(partner) }
}

async function away(partner: string): Promise<never> {
  throw new OutsideTrouble(partner, 'is not connected here')
}
