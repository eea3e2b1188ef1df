import { readX12 } from '../../libraries/x12/index.ts'
import type { Remittance } from '../../libraries/x12/model-remittance.ts'
import type { Db, StoredFile, World } from '../world.ts'
import type { RemittanceTransaction } from './transaction-store.ts'

/** A payment of an 835 as its file says it, read again from the kept bytes; null where the file cannot be read as one. */
export async function findRemittance(
  db: Db,
  world: World,
  { fileId, position }: Pick<RemittanceTransaction, 'fileId' | 'position'>,
): Promise<{ remittance: Remittance; segments: readonly string[]; file: StoredFile } | null> {
  const file = await world.files.find(db, fileId)
  if (file === null) return null
  const payments = readX12(file.bytes).transactions.filter(
    (one) => one.set === '835' || (one.set === 'unsupported' && one.kind === '835'),
  )
  const found = payments[position - 1]
  return found?.set === '835' ? { remittance: found.remittance, segments: found.segments, file } : null
}
