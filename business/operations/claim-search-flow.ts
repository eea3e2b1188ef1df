import type { ClaimStatus } from '../claims/claim-status.ts'
import { type ClaimTerm, type FoundClaim, searchClaims } from '../claims/index.ts'
import { peopleByIds, peopleNamed } from '../clients/index.ts'
import { payersAll } from '../contracts/index.ts'
import { membersNamed, practicesAll } from '../practices/index.ts'
import { claimByPayerNumber } from '../remittances/index.ts'
import { sessionIdsOf } from '../sessions/index.ts'
import type { Db } from '../world.ts'
import { abbreviateName } from './abbreviate-name.ts'
import type { ClaimFound } from './claim-found.ts'
import { readSearch, type SearchTerm } from './read-search.ts'

// Whoever finds more than this looks for something narrower.
const most = 2000
const mostSessions = 5000
const perPage = 50

type Known = { practices: readonly { id: string; name: string }[]; payers: readonly { id: string; name: string }[] }

/** Finds claims by whatever was typed: every word must fit the number, the client, the payer, the practice, the clinician, the payer’s own number, the day or the amount. */
export async function findClaims(
  db: Db,
  { typed, status, page }: { typed: string; status: ClaimStatus | null; page: number },
): Promise<{ count: number; isCut: boolean; page: number; pages: number; claims: ClaimFound[] }> {
  const known: Known = {
    practices: (await practicesAll(db)).map(({ practiceId, name }) => ({ id: practiceId, name })),
    payers: await payersAll(db),
  }
  const terms: ClaimTerm[] = []
  for (const term of readSearch(typed)) terms.push(await lookUp(db, term, known))
  const all = await searchClaims(db, terms, most)
  const chosen = status === null ? all : all.filter((claim) => claim.status === status)
  const pages = Math.max(1, Math.ceil(chosen.length / perPage))
  const at = Math.min(page, pages)
  const shown = chosen.slice((at - 1) * perPage, at * perPage)
  return {
    count: chosen.length,
    isCut: all.length === most,
    page: at,
    pages,
    claims: await describeAll(db, shown, known),
  }
}

async function lookUp(db: Db, term: SearchTerm, { practices, payers }: Known): Promise<ClaimTerm> {
  const ids = { claimIds: [], sessionIds: [], personIds: [], practiceIds: [], payerIds: [] }
  const nothing = { ...ids, text: null, serviceOn: null, cents: null }
  switch (term.kind) {
    case 'day':
      return { ...nothing, serviceOn: term.day }
    case 'amount':
      return { ...nothing, cents: term.cents }
    case 'text': {
      const within = ({ name }: { name: string }) => name.toLowerCase().includes(term.text.toLowerCase())
      return {
        ...nothing,
        text: term.text,
        claimIds: await answeredUnder(db, term.text),
        sessionIds: await sessionIdsOf(db, await membersNamed(db, term.text), mostSessions),
        personIds: await peopleNamed(db, term.text),
        practiceIds: practices.filter(within).map(({ id }) => id),
        payerIds: payers.filter(within).map(({ id }) => id),
      }
    }
  }
}

// A payer's own number of a claim has figures; names are not looked for among them.
async function answeredUnder(db: Db, number: string): Promise<string[]> {
  if (!/^(?=.*\d)[\w-]{5,50}$/.test(number)) return []
  const found = await claimByPayerNumber(db, number)
  return found === null ? [] : [found.claimId]
}

async function describeAll(db: Db, found: readonly FoundClaim[], { practices, payers }: Known): Promise<ClaimFound[]> {
  const people = await peopleByIds(db, [...new Set(found.map(({ personId }) => personId))])
  const names = new Map(people.map((person) => [person.personId, abbreviateName(person)]))
  const nameOf = (list: Known['payers'], wanted: string) => list.find(({ id }) => id === wanted)?.name ?? wanted
  return found.map((claim) => ({
    practiceId: claim.practiceId,
    claimId: claim.claimId,
    controlNumber: claim.controlNumber,
    client: names.get(claim.personId) ?? '',
    practice: nameOf(practices, claim.practiceId),
    payer: nameOf(payers, claim.payerId),
    serviceOn: claim.serviceOn,
    charge: claim.charge,
    status: claim.status,
    lastOn: claim.lastOn,
  }))
}
