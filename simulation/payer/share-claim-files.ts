import { readX12 } from '../../libraries/x12/index.ts'
import type { ListedFile } from './file-partner.ts'
import type { Partner } from './payer.ts'

/**
 * One clearinghouse folder for several payers: each sees the claim files that are for it. A file that names none of them
 * goes to the first, which refuses its claims. `known` says whose the files are that were read before, by name. The folder
 * is listed once for all of them, until `lookAgain`.
 */
export function shareClaimFiles(
  partner: Partner,
  payerIds: readonly string[],
  known: Map<string, string>,
): { lookAgain(): void; for(payerId: string): Partner } {
  const fresh = new Map<string, Uint8Array>()
  let listed: readonly ListedFile[] | null = null
  const ownerOf = async (name: string) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const bytes = await partner.read(`out/${name}`)
    const named = payerIn(bytes)
    const owner = payerIds.find((id) => id === named) ?? payerIds[0] ?? ''
    fresh.set(`out/${name}`, bytes)
    known.set(name, owner)
    return owner
  }
  return {
    lookAgain: () => {
      listed = null
    },
    for: (payerId) => ({
      async list(folder) {
        if (folder !== 'out' || payerIds.length === 1) return partner.list(folder)
        listed ??= await partner.list(folder)
        const mine = []
        for (const file of listed) if ((await ownerOf(file.name)) === payerId) mine.push(file)
        return mine
      },
      async read(path) {
        const bytes = fresh.get(path) ?? (await partner.read(path))
        fresh.delete(path)
        return bytes
      },
      write: (path, bytes) => partner.write(path, bytes),
    }),
  }
}

/** The payer that the first claim of a file names; null where none can be read. */
function payerIn(bytes: Uint8Array): string | null {
  const sets = readX12(bytes).transactions.flatMap((set) => (set.set === '837P' ? [set.batch] : []))
  const [subscriber] = sets.flatMap((batch) => batch.billingProviders.flatMap(({ subscribers }) => subscribers))
  return subscriber?.payer.id ?? null
}
