import { Button, NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type Cents, formatCents } from '../../libraries/money/index.ts'
import { answerOf, api } from '../api.ts'
import page from '../design/page.module.css'
import { sayDay } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import styles from './calendar.module.css'
import { type Policies, policiesQuery } from './calendar-queries.ts'
import type { Place } from './practice-place.ts'

/** What a practice asks of clients who cancel late or do not come, and from which day. */
export function CancellationPolicy({ place }: { place: Place }) {
  const found = useQuery(policiesQuery(place.practiceId))
  if (found.error) return <TroubleNotice trouble={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <RowShapes rows={3} />
  const policies = found.data
  const mayChange = place.membership.may.settings === 'change'
  return (
    <div className={page.columns}>
      <Section name="Cancellation policy">
        <div className={styles.about}>
          <p>
            {policies.today === null
              ? 'You ask nothing of clients who cancel late or do not come.'
              : say(policies.today)}
          </p>
          {policies.later.map((policy) => (
            <p key={policy.startsOn}>
              From {sayDay(policy.startsOn)}: {say(policy)}
            </p>
          ))}
          {mayChange ? (
            <PolicyForm place={place} policies={policies} key={JSON.stringify(policies.later)} />
          ) : (
            <p className={styles.told}>An owner or administrator of your practice sets it.</p>
          )}
        </div>
      </Section>
      <aside aria-label="How a fee works">
        <Section name="How a fee works">
          <ul className={styles.list}>
            <li>It is asked only when the client cancels late or does not come, and you may ask less or waive it.</li>
            <li>Insurance never pays it. Once the client’s card has paid, all of it comes with your next payout.</li>
            <li>
              If the client’s bank takes it back, it comes off your next payout; it is outside the payout promise.
            </li>
            <li>Reminders tell every client of it, so a change starts some days later.</li>
          </ul>
        </Section>
      </aside>
    </div>
  )
}

function say({ windowHours, lateCents, noShowCents }: NonNullable<Policies['today']>): string {
  return `Cancelling later than ${windowHours} hours before costs ${formatCents(lateCents)}; not coming costs ${formatCents(noShowCents)}.`
}

type Body = { startsOn: string; windowHours: 24 | 48; lateCents: number; noShowCents: number }

function PolicyForm({ place, policies }: { place: Place; policies: Policies }) {
  const first = policies.later.at(-1) ?? policies.today ?? policies.offered
  const [windowHours, setWindowHours] = useState<24 | 48>(first?.windowHours ?? 24)
  const [late, setLate] = useState<number>(first?.lateCents ?? 0)
  const [noShow, setNoShow] = useState<number>(first?.noShowCents ?? 0)
  const [startsOn, setStartsOn] = useState<string>(policies.earliestStart ?? '')
  const save = useDeed<Body, { id: string }>((body, key) =>
    answerOf(
      api.POST('/api/practices/{practiceId}/cancellation-policies', {
        params: { path: { practiceId: place.practiceId } },
        headers: { 'Idempotency-Key': key },
        body,
      }),
    ),
  )
  if (policies.offered === null) return <p className={styles.told}>The operator allows no cancellation fees today.</p>
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.act({ startsOn, windowHours, lateCents: late, noShowCents: noShow })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <div>
        <span className={page.legend} id="window">
          Later than
        </span>
        <SegmentedControl
          aria-labelledby="window"
          value={String(windowHours)}
          onChange={(chosen) => setWindowHours(chosen === '48' ? 48 : 24)}
          data={[
            { value: '24', label: '24 hours before' },
            { value: '48', label: '48 hours before' },
          ]}
        />
      </div>
      <div className={page.two}>
        <Dollars label="Late cancellation" cents={late} set={setLate} most={policies.offered.mostCents} />
        <Dollars label="Did not come" cents={noShow} set={setNoShow} most={policies.offered.mostCents} />
      </div>
      <TextInput
        type="date"
        label="For sessions from"
        description={policies.earliestStart === null ? '' : `At the earliest ${sayDay(policies.earliestStart)}.`}
        min={policies.earliestStart ?? undefined}
        className={styles.mode}
        value={startsOn}
        onChange={(event) => setStartsOn(event.currentTarget.value)}
      />
      {save.trouble ? <TroubleNotice trouble={save.trouble} deed="the policy" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={save.busy}>
          Save policy
        </Button>
      </div>
    </form>
  )
}

type DollarsProps = { label: string; cents: number; set: (cents: number) => void; most: Cents }

function Dollars({ label, cents, set, most }: DollarsProps) {
  return (
    <NumberInput
      label={label}
      prefix="$"
      decimalScale={2}
      fixedDecimalScale
      min={0}
      max={most / 100}
      step={5}
      allowNegative={false}
      value={cents / 100}
      onChange={(dollars) => set(Math.round(Number(dollars) * 100))}
      description={`At most ${formatCents(most)}.`}
    />
  )
}
