import type { Fault } from './fault.ts'
import { hashPosting, hashSeal } from './hash-posting.ts'
import type { PostedPosting } from './posted-posting.ts'

type Seal = { number: number; postingCount: number; previousHash: string; hash: string }
type Sealed = { postingId: string; sealNumber: number; position: number; hash: string }

/** Invariant 6: what was sealed stands as it was: a changed, missing or reordered posting is named. */
export function checkSeals(
  book: string,
  postings: readonly PostedPosting[],
  { seals, sealed }: { seals: readonly Seal[]; sealed: readonly Sealed[] },
): Fault[] {
  const faults: Fault[] = []
  const name = (where: string, words: string) => faults.push({ invariant: 6, book, where, words, difference: null })
  const byId = new Map(postings.map((posting) => [posting.id, posting]))
  let previousHash = ''
  let expectedNumber = 1
  for (const seal of seals) {
    const members = sealed.filter(({ sealNumber }) => sealNumber === seal.number)
    if (seal.number !== expectedNumber) name(`seal ${expectedNumber}`, 'a seal is missing')
    if (seal.previousHash !== previousHash) name(`seal ${seal.number}`, 'it does not follow the seal before it')
    if (members.length !== seal.postingCount) {
      name(`seal ${seal.number}`, `${seal.postingCount} postings were sealed, ${members.length} are listed`)
    }
    for (const member of members) nameChanged(member, byId, name)
    if (hashSeal(seal.previousHash, hashesOf(members)) !== seal.hash) {
      name(`seal ${seal.number}`, 'its postings were changed, removed or put in another order')
    }
    previousHash = seal.hash
    expectedNumber = seal.number + 1
  }
  return faults
}

function hashesOf(members: readonly Sealed[]): string[] {
  return members.toSorted((a, b) => a.position - b.position).map(({ hash }) => hash)
}

function nameChanged(
  member: Sealed,
  byId: ReadonlyMap<string, PostedPosting>,
  name: (where: string, words: string) => void,
): void {
  const posting = byId.get(member.postingId)
  const where = `posting ${member.postingId} of seal ${member.sealNumber}`
  if (posting === undefined) name(where, 'it was sealed and is missing')
  else if (hashPosting(posting) !== member.hash) name(where, 'it was changed after it was sealed')
}
