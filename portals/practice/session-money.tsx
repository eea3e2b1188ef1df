import { formatCents, minus, plus } from '../../libraries/money/index.ts'
import type { SessionMoney, SessionPage } from '../contract.ts'
import page from '../design/page.module.css'
import { sayDayFrom } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { WhereTheMoneyGoes } from '../design/where-the-money-goes.tsx'
import { divideMoney } from './divide-money.ts'
import type { Place } from './practice-place.ts'
import type { Promised } from './promised-of.ts'
import { sayMissedPay } from './say-session.ts'

type Props = { session: SessionPage; confirmation: Promised; money: SessionMoney; place: Place }

/** The session's money as two bars, with a sentence on who has put up what. */
export function SessionMoneyPanel({ session, confirmation, money, place }: Props) {
  const payer = session.policy?.payerName ?? 'Insurer'
  const client = session.clientName.split(' ')[0] ?? session.clientName
  const paid = money.paidToYouCents >= confirmation.providerCents
  const day = sayDayFrom(place.today, confirmation.settlesOn)
  const { from, to } = divideMoney({
    confirmation,
    money,
    names: { payer, client },
    claimStatus: session.claimStatus,
    payRemark: paid ? `received ${day}` : `arrives ${day}`,
  })
  return (
    <Section
      name="Where the money goes"
      remark={<p className={page.small}>Solid has moved. Striped is still to come.</p>}
      className={[page.panel, page.pad].join(' ')}
    >
      <WhereTheMoneyGoes from={from} to={to}>
        <p>{sayWhoPays({ confirmation, money, payer, client, paid, missed: sayMissedPay(session) })}</p>
      </WhereTheMoneyGoes>
    </Section>
  )
}

type Said = {
  confirmation: Promised
  money: SessionMoney
  payer: string
  client: string
  paid: boolean
  missed: string | null
}

function sayWhoPays({ confirmation, money, payer, client, paid, missed }: Said): string {
  const contract = `${payer}’s contract pays ${formatCents(confirmation.payerCents)} for this session, ${client}’s share included.`
  if (money.absorbedCents > 0) {
    return `${contract} ${formatCents(money.absorbedCents)} of it did not come and is our loss: your pay stays as it is.`
  }
  if (!paid) return `${contract} You are paid on the day above, whether or not it has come by then.`
  const ahead = minus(confirmation.providerCents, plus(money.payerPaidCents, money.clientPaidCents))
  if (ahead <= 0) return `${contract} All that was needed for your pay has come.`
  if (missed !== null) {
    return `${contract} ${payer} ${missed}, so Evenkeel has put up ${formatCents(ahead)} of your pay. What does not come after all becomes our loss.`
  }
  return `${contract} Until it has come, Evenkeel has put up ${formatCents(ahead)} of your pay. If ${payer} denies, that becomes our loss.`
}
