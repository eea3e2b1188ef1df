import { readX12 } from '../../libraries/x12/index.ts'
import { takeClaimAcknowledgement, takeGroupAcknowledgement } from '../claims/index.ts'
import { fetchIncoming, type Taken, takeIncoming, tellOfChanged } from '../exchange-flow.ts'
import type { Db, StoredFile, World } from '../world.ts'
import { takeRemittanceFile } from './take-remittance-flow.ts'

/** Fetches and reads what the clearinghouse offers: 999, 277CA, 835; returns how many files that were. */
export async function takeClearinghouseFiles(db: Db, world: World): Promise<number> {
  const { fetched, changed } = await fetchIncoming(db, world, 'clearinghouse')
  const taken = await takeIncoming(db, world, 'clearinghouse', (tx, file) => takeFile(tx, world, file))
  tellOfChanged('clearinghouse', changed)
  return Math.max(fetched, taken)
}

async function takeFile(db: Db, world: World, file: StoredFile): Promise<Taken> {
  const { transactions, findings } = readX12(file.bytes)
  const news: object[] = []
  if (transactions.some(({ set }) => set === '835')) news.push(await takeRemittanceFile(db, world, file))
  for (const transaction of transactions) {
    if (transaction.set === '999') {
      news.push(await takeGroupAcknowledgement(db, world, file, transaction.acknowledgement))
    }
    if (transaction.set === '277CA') {
      news.push(await takeClaimAcknowledgement(db, world, file, transaction.acknowledgement))
    }
  }
  const problems = findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)
  if (news.length === 0) return { outcome: 'quarantined', detail: { because: 'unreadable', problems } }
  return { outcome: 'read', detail: { news, problems } }
}
