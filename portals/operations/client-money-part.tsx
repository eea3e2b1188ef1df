import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { ClientMoney } from '../../business/operations/client-money.ts'
import { type Cents, formatCents, zero } from '../../libraries/money/index.ts'
import { Dialog } from '../design/dialog.tsx'
import page from '../design/page.module.css'
import { sayDayFrom } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { ChargebackForm } from './chargeback-form.tsx'
import { clientMoneyQuery, type OfSession } from './client-money-queries.ts'
import { ForgiveForm } from './forgive-form.tsx'
import styles from './operations.module.css'
import { sayMoneyDeed, sayPayment } from './say-client-money.ts'
import { useOperatorClock } from './use-operator-clock.ts'

/** What the client was asked for a session, what they paid, and what the staff may do about it. */
export function ClientMoneyPart({ session }: { session: OfSession }) {
  const found = useQuery(clientMoneyQuery(session))
  if (found.data?.kind === 'nothing') return null
  return (
    <Section name="What the client pays">
      {found.error ? <TroubleNotice trouble={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data === undefined ? (
        found.error ? null : (
          <RowShapes rows={2} />
        )
      ) : (
        <Shown session={session} money={found.data} />
      )}
    </Section>
  )
}

function Shown({ session, money }: { session: OfSession; money: ClientMoney }) {
  const { kind, owed, paid, comesBack, forgiven } = money
  return (
    <div className={[page.panel, page.pad].join(' ')}>
      <dl className={styles.sum}>
        <Line name="Paid by card" cents={paid} />
        {comesBack > zero ? <Line name="Due back to them" cents={comesBack} /> : null}
        {forgiven > zero ? <Line name="Forgiven by us" cents={forgiven} /> : null}
        <Line name={kind === 'fee' ? 'Owed of the fee' : 'Owed today'} cents={owed} />
      </dl>
      <Payments money={money} />
      <Deeds money={money} />
      <Actions session={session} money={money} />
    </div>
  )
}

function Line({ name, cents }: { name: string; cents: Cents }) {
  return (
    <div className={styles.line}>
      <dt>{name}</dt>
      <dd>{formatCents(cents)}</dd>
    </div>
  )
}

function Payments({ money: { payments } }: { money: ClientMoney }) {
  const { today } = useOperatorClock()
  if (payments.length === 0) return null
  return (
    <ul className={styles.work}>
      {payments.map(({ chargeId, captured, what, on, refunded, takenBack }) => (
        <li key={chargeId}>
          Their card paid {formatCents(captured)}, {sayPayment(what)}, {sayDayFrom(today, on)}.
          {refunded > zero ? ` ${formatCents(refunded)} went back.` : ''}
          {takenBack > zero ? ` Their bank took back ${formatCents(takenBack)}.` : ''}
        </li>
      ))}
    </ul>
  )
}

function Deeds({ money: { deeds } }: { money: ClientMoney }) {
  const { today } = useOperatorClock()
  if (deeds.length === 0) return null
  return (
    <ul className={styles.work}>
      {deeds.map(({ kind, cents, on, by, words }) => (
        <li key={`${kind} ${on} ${words}`}>
          <b>
            {sayMoneyDeed(kind)}: {formatCents(cents)}
          </b>
          <br />
          {words}
          <span className={styles.under}>
            {by}, {sayDayFrom(today, on)}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Actions({ session, money: { owed, refusal, payments } }: { session: OfSession; money: ClientMoney }) {
  const [forgives, forgive] = useDisclosure(false)
  const [takes, take] = useDisclosure(false)
  const open = payments.filter(({ most }) => most > zero)
  return (
    <>
      <div className={page.buttons}>
        {refusal === null ? (
          <Button variant="default" onClick={forgive.open}>
            Forgive what is owed
          </Button>
        ) : null}
        {open.length > 0 ? (
          <Button variant="default" onClick={take.open}>
            Take a chargeback
          </Button>
        ) : null}
      </div>
      {refusal === null || owed === zero ? null : <p className={page.hint}>{refusal}</p>}
      <Dialog name="Forgive what is owed" opened={forgives} close={forgive.close}>
        <ForgiveForm session={session} owed={owed} close={forgive.close} />
      </Dialog>
      <Dialog name="Take a chargeback" opened={takes} close={take.close}>
        <ChargebackForm session={session} payments={open} close={take.close} />
      </Dialog>
    </>
  )
}
