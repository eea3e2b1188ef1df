import { postAbsorbed, postClientPaid, postConfirmed, postPayerPaid } from '../../../business/ledger/post-session.ts'
import { type SessionMoney, whereTheMoneyGoes } from '../../../business/payouts/where-the-money-goes.ts'
import { type Cents, minus } from '../../../libraries/money/index.ts'

export type Session = { contract: Cents; rate: Cents; client: Cents; insurer: 'pays' | 'denies' }

const session = { sessionId: 'example', payerId: 'insurer' }

/** What the books would hold of such a session once everybody has paid and your payday is over: the real postings. */
export function shareOfSession({ contract, rate, client, insurer }: Session): SessionMoney {
  const owed = minus(contract, client)
  return whereTheMoneyGoes(
    [
      ...postConfirmed({ ...session, payer: contract, client, provider: rate }),
      ...postClientPaid(session.sessionId, client),
      ...(insurer === 'pays' ? postPayerPaid(session, owed) : postAbsorbed('denials_absorbed', session, owed)),
    ],
    rate,
  )
}
