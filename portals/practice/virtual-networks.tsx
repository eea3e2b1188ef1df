import { Button, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { calendarDate, dateInWords } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import {
  type CredentialingEffect,
  effectQuery,
  type InsuranceStatus,
  type OwnChange,
  type VirtualCard,
} from './insurance-queries.ts'
import styles from './insurance-status.module.css'
import type { Place } from './practice-place.ts'
import { sayMethod } from './say-decision.ts'

type Props = { status: InsuranceStatus; place: Place }

/** The virtual networks on offer: what each opens and what it does not, and opting in and out, which only a clinician does. */
export function VirtualNetworks({ status, place }: Props) {
  return (
    <Section
      id="virtual-networks"
      name="Virtual networks"
      remark={<p>A home plan’s own network for its members in another state.</p>}
    >
      {status.virtual.length === 0 ? (
        <div className={[page.panel, page.empty].join(' ')}>
          <h3>None is on offer</h3>
          <p>When a Blue plan offers one, it stands here.</p>
        </div>
      ) : (
        <ul className={styles.cards}>
          {status.virtual.map((network) => (
            <li
              key={`${network.networkId}-${network.state}`}
              className={[page.panel, styles.card].join(' ')}
              data-standing={network.standing === 'opted_in' ? 'in_force' : undefined}
            >
              <Icon name={network.standing === 'opted_in' ? 'done' : 'wait'} className={styles.mark} />
              <div>
                <h3>{nameOf(network)}</h3>
                <p className={styles.standing}>{sayStanding(network)}</p>
                <p>
                  <b>Opens:</b> {network.opens}
                </p>
                <p>
                  <b>Does not open:</b> {network.doesNotOpen}
                </p>
                {status.isOwn ? <Act network={network} place={place} /> : null}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function nameOf({ networkName, stateName }: VirtualCard): string {
  return `${networkName}, in ${stateName}`
}

function sayStanding({ standing, from, stateName }: VirtualCard): string {
  switch (standing) {
    case 'opted_in':
      return from === null ? 'You are in' : `You are in, from ${dateInWords(calendarDate(from))}`
    case 'may_opt_in':
      return 'You may opt in'
    case 'no_authority':
      return `Needs a license in ${stateName} first`
  }
}

function Act({ network, place }: { network: VirtualCard; place: Place }) {
  const [opened, { open, close }] = useDisclosure(false)
  if (network.standing === 'no_authority') return null
  const isIn = network.standing === 'opted_in'
  const name = `${isIn ? 'Leave' : 'Opt in to'} ${nameOf(network)}`
  return (
    <div className={styles.act}>
      <Button variant="default" onClick={open} aria-label={name}>
        {isIn ? 'Leave' : 'Opt in'}
      </Button>
      <Dialog name={name} opened={opened} close={close}>
        <ActForm network={network} place={place} close={close} />
      </Dialog>
    </div>
  )
}

function ActForm({ network, place, close }: { network: VirtualCard; place: Place; close: () => void }) {
  const [day, setDay] = useState<string>(place.operatorToday)
  const { optInId } = network
  const change: OwnChange =
    optInId === null
      ? { kind: 'opt_in', networkId: network.networkId, state: network.state, from: day }
      : { kind: 'opt_out', optInId, until: day }
  const isWrong = day === '' || day < place.operatorToday
  const effect = useQuery({ ...effectQuery(place.practiceId, change), enabled: !isWrong })
  const deed = useDeed<OwnChange, unknown>((said, key) => send(place.practiceId, said, key), close)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isWrong) deed.act(change)
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <p>
        {optInId === null
          ? `It takes the plan ${network.leadDays} days to have you in its system. You may confirm at once and are paid on your payday; claims wait until then.`
          : 'What you confirmed before stays as it was.'}
      </p>
      <TextInput
        type="date"
        label={optInId === null ? 'From' : 'First day without it'}
        data-autofocus
        min={place.operatorToday}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
        error={isWrong ? 'Choose today or a later day.' : undefined}
      />
      {effect.error ? <TroubleNotice trouble={effect.error} /> : null}
      {effect.data ? <Effect effect={effect.data} /> : isWrong ? null : <RowShapes rows={1} />}
      {deed.trouble ? <TroubleNotice trouble={deed.trouble} deed="your choice" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={deed.busy}>
          {optInId === null ? 'Opt in' : 'Leave'}
        </Button>
        <Button variant="default" onClick={close}>
          Not now
        </Button>
      </div>
    </form>
  )
}

/** What a change would turn around, before it is saved. */
export function Effect({ effect: { looked, turned } }: { effect: CredentialingEffect }) {
  if (turned.length === 0) {
    return (
      <p aria-live="polite">
        {looked === 0
          ? 'No planned or unbilled session is concerned.'
          : `None of ${looked} planned or unbilled sessions changes.`}
      </p>
    )
  }
  return (
    <div aria-live="polite">
      <p>
        {turned.length} of {looked} planned or unbilled sessions {turned.length === 1 ? 'changes' : 'change'}:
      </p>
      <ul className={styles.effect}>
        {turned.slice(0, 12).map(({ sessionId, clientName, serviceOn, before, after }) => (
          <li key={sessionId}>
            <b>
              {clientName}, {dateInWords(calendarDate(serviceOn))}
            </b>
            <span>
              {sayMethod(before)} before; {sayMethod(after).toLowerCase()} after.
            </span>
          </li>
        ))}
      </ul>
      {turned.length > 12 ? <p>And {turned.length - 12} more.</p> : null}
    </div>
  )
}

function send(practiceId: string, change: OwnChange, key: string): Promise<unknown> {
  const headers = { 'Idempotency-Key': key }
  if (change.kind === 'opt_in') {
    const { networkId, state, from } = change
    return answerOf(
      api.POST('/api/practices/{practiceId}/virtual-opt-ins', {
        params: { path: { practiceId } },
        headers,
        body: { networkId, state, from },
      }),
    )
  }
  return answerOf(
    api.POST('/api/practices/{practiceId}/virtual-opt-ins/{optInId}/ends', {
      params: { path: { practiceId, optInId: change.optInId } },
      headers,
      body: { until: change.until },
    }),
  )
}
