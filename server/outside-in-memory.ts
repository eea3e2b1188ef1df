import type { CardAnswer, CardKept, CardProcessor, Outside, SftpPartner } from '../business/world.ts'
import { OutsideTrouble } from '../business/world.ts'
import type { Cents } from '../libraries/money/index.ts'

/** A partner's folders; what the partner offers is put into `out` by the test. */
export type FoldersInMemory = SftpPartner & {
  folders: Map<string, Map<string, Uint8Array>>
  /** The partner offers a file. */
  offer: (name: string, bytes: Uint8Array) => void
}

/** A card desk that answers a key it knows as the first time, and loses its next answer when told to. */
export type CardDesk = {
  charges: { key: string; token: string; cents: Cents; reference: string; answer: CardAnswer }[]
  refunds: { key: string; chargeId: string; cents: Cents; processorId: string }[]
  cards: CardKept[]
  /** The next call is done, and its answer never arrives. */
  loseNextAnswer: () => void
}

export type OutsideInMemory = Outside & {
  clearinghouse: FoldersInMemory
  bank: FoldersInMemory
  desk: CardDesk
}

/** The world outside for tests of flows on the real database; the end-to-end story runs against real processes instead. */
export function outsideInMemory(): OutsideInMemory {
  const desk: CardDesk & { losesNext: boolean } = {
    charges: [],
    refunds: [],
    cards: [],
    losesNext: false,
    loseNextAnswer: () => {
      desk.losesNext = true
    },
  }
  const answered = <T>(answer: T): T => {
    if (!desk.losesNext) return answer
    desk.losesNext = false
    throw new OutsideTrouble('cards', 'the line went dead before the answer came')
  }
  return {
    clearinghouse: foldersInMemory(),
    bank: foldersInMemory(),
    desk,
    cards: {
      tokenise: async (card) => answered(tokenise(desk, card)),
      card: async (token) => desk.cards.find((kept) => kept.token === token) ?? null,
      charge: async (asked) => answered(charge(desk, asked)),
      refund: async (asked) => answered(refund(desk, asked)),
    },
  }
}

function tokenise(
  desk: CardDesk,
  { number, expiresMonth, expiresYear }: Parameters<CardProcessor['tokenise']>[0],
): Awaited<ReturnType<CardProcessor['tokenise']>> {
  const digits = number.replace(/\D/g, '')
  if (digits === '4000000000000002') return { outcome: 'declined', declineCode: 'card_declined' }
  const letters = digits === '4000000000000341' ? 'tok_declined' : 'tok_kept'
  const kept = {
    token: `${letters}_${desk.cards.length + 1}`,
    brand: 'Visa',
    lastFour: digits.slice(-4),
    expiresMonth,
    expiresYear,
  }
  desk.cards.push(kept)
  return { outcome: 'kept', ...kept }
}

function charge(desk: CardDesk, asked: { key: string; token: string; cents: Cents; reference: string }): CardAnswer {
  const known = desk.charges.find(({ key }) => key === asked.key)
  if (known !== undefined) {
    if (known.cents !== asked.cents) throw new OutsideTrouble('cards', 'this key came with another amount before')
    return known.answer
  }
  const processorId = `ch_${desk.charges.length + 1}`
  const answer: CardAnswer = asked.token.startsWith('tok_declined')
    ? { outcome: 'declined', processorId, declineCode: 'insufficient_funds' }
    : { outcome: 'captured', processorId }
  desk.charges.push({ ...asked, answer })
  return answer
}

function refund(desk: CardDesk, asked: { key: string; chargeId: string; cents: Cents }): { processorId: string } {
  const known = desk.refunds.find(({ key }) => key === asked.key)
  if (known !== undefined) return known
  const charged = desk.charges.find(({ answer }) => answer.processorId === asked.chargeId)?.cents ?? 0
  const before = desk.refunds.filter(({ chargeId }) => chargeId === asked.chargeId)
  if (before.reduce((total, { cents }) => total + cents, 0) + asked.cents > charged) {
    throw new OutsideTrouble('cards', 'more than what is left of the charge')
  }
  const made = { ...asked, processorId: `re_${desk.refunds.length + 1}` }
  desk.refunds.push(made)
  return made
}

function foldersInMemory(): FoldersInMemory {
  const folders = new Map<string, Map<string, Uint8Array>>()
  const folder = (name: string) => {
    const known = folders.get(name) ?? new Map<string, Uint8Array>()
    folders.set(name, known)
    return known
  }
  return {
    folders,
    offer: (name, bytes) => folder('out').set(name, bytes),
    list: async (name) => [...folder(name).keys()],
    sizes: async (name) => new Map([...folder(name)].map(([file, bytes]) => [file, bytes.length])),
    get: async (name, file) => {
      const bytes = folder(name).get(file)
      if (bytes === undefined) throw new OutsideTrouble('partner', `no file ${file}`)
      return bytes
    },
    put: async (name, file, bytes) => {
      folder(name).set(file, bytes)
    },
  }
}
