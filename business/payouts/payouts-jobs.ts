import { fetchIncoming, type Taken, takeIncoming, tellOfChanged } from '../exchange-flow.ts'
import type { Db, Deed, StoredFile, World } from '../world.ts'
import { nextPayday, runPayday, sendBankFiles } from './payday-flow.ts'
import { takeBankStatement } from './take-bank-statement-flow.ts'
import { takeReturnFile } from './take-return-file-flow.ts'
import { nextTestDeposit, sendTestDeposits } from './test-deposit-flow.ts'

export const payday: Deed = { name: 'run-payday', run: runPayday, nextDue: nextPayday }

export const testDeposits: Deed = { name: 'send-test-deposits', run: sendTestDeposits, nextDue: nextTestDeposit }

export const sendToBank: Deed = { name: 'send-bank-files', run: sendBankFiles, workComesFrom: 'others' }

export const takeFromBank: Deed = { name: 'take-bank-files', run: takeBankFiles, workComesFrom: 'bank' }

async function takeBankFiles(db: Db, world: World): Promise<number> {
  const { fetched, changed } = await fetchIncoming(db, world, 'bank')
  const taken = await takeIncoming(db, world, 'bank', (tx, file) => takeFile(tx, world, file))
  tellOfChanged('bank', changed)
  return Math.max(fetched, taken)
}

function takeFile(db: Db, world: World, file: StoredFile): Promise<Taken> {
  if (file.name.endsWith('.bai')) return takeBankStatement(db, world, file)
  if (file.name.endsWith('.ach')) return takeReturnFile(db, world, file)
  return Promise.resolve({ outcome: 'ignored', detail: { because: 'neither a statement nor a return file' } })
}
