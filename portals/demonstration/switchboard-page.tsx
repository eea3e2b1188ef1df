import { Button, NativeSelect } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ask } from '../api.ts'
import { Icon } from '../design/icon.tsx'
import { PageHead } from '../design/page-head.tsx'
import { sayMoment } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { storyClockQuery } from '../queries.ts'
import { useDeed } from '../use-deed.ts'
import styles from './demonstration.module.css'
import { DemonstrationFrame } from './demonstration-frame.tsx'
import {
  type Happening,
  happeningsQuery,
  type Ordered,
  orderedQuery,
  type SwitchableSession,
  standingQuery,
  switchboardQuery,
} from './demonstration-queries.ts'
import { type Switch, type SwitchName, sayStands, switchGroups } from './switch-words.ts'
import { waitForStart } from './wait-for-start.ts'

/** Makes the world outside misbehave, over the line that says whether the books bear it. */
export function SwitchboardPage() {
  const [sessionId, setSessionId] = useState('')
  const queries = useQueryClient()
  const ordered = useQuery(orderedQuery).data ?? []
  const board = useQuery(switchboardQuery)
  const clock = useQuery(storyClockQuery)
  const zone = clock.data?.zone ?? 'America/New_York'
  const session = board.data?.sessions.find(({ id }) => id === sessionId) ?? null
  const note = (does: string, words: string) =>
    queries.setQueryData(orderedQuery.queryKey, (before = []) =>
      [{ id: (before[0]?.id ?? 0) + 1, does, words }, ...before].slice(0, 6),
    )
  return (
    <DemonstrationFrame>
      <PageHead name="Switchboard" title="Switchboard">
        Make something go wrong, then move the clock and watch. Nobody's pay depends on it.
      </PageHead>
      <StandingLine latest={ordered[0] ?? null} />
      <div className={styles.board}>
        <div className={styles.switches}>
          <NativeSelect
            label="For which session"
            value={sessionId}
            onChange={(event) => setSessionId(event.currentTarget.value)}
            data={[
              { value: '', label: 'Whatever comes next' },
              ...(board.data?.sessions ?? []).map((each) => ({ value: each.id, label: labelOf(each, zone) })),
            ]}
          />
          {board.error ? <TroubleNotice trouble={board.error} onRetry={() => void board.refetch()} /> : null}
          {switchGroups.map(({ who, remark, switches }) => (
            <Section key={who} name={who} remark={<p>{remark}</p>}>
              <ul className={styles.group}>
                {switches.map((each) => (
                  <li key={each.name}>
                    <SwitchButton each={each} session={session} ordered={(words) => note(each.does, words)} />
                  </li>
                ))}
              </ul>
            </Section>
          ))}
          <KillSwitch boot={board.data?.boot ?? ''} canDie={board.data?.canDie ?? false} />
        </div>
        <div className={styles.log}>
          <Section name="What you ordered">
            {ordered.length === 0 ? (
              <p className={styles.empty}>Nothing yet. Each switch says here what will happen, and when.</p>
            ) : (
              <ol className={styles.orders} aria-live="polite">
                {ordered.map(({ id, does, words }) => (
                  <li key={id}>
                    <b>{does}</b>
                    {words}
                  </li>
                ))}
              </ol>
            )}
          </Section>
          <Section name="What happened" remark={<Link to="/mailbox">Letters are in the mailbox</Link>}>
            <Log zone={zone} />
          </Section>
        </div>
      </div>
    </DemonstrationFrame>
  )
}

function labelOf({ clientName, practiceName, startsAt, payerName, stands }: SwitchableSession, zone: string): string {
  const payer = payerName === null ? '' : `, ${payerName}`
  return `${clientName}, ${sayMoment(startsAt, zone)}, ${practiceName}${payer}: ${sayStands(stands)}`
}

type SwitchProps = { each: Switch; session: SwitchableSession | null; ordered: (words: string) => void }

/** Each switch is a deed of its own: one that is still on its way holds up no other. */
function SwitchButton({ each, session, ordered }: SwitchProps) {
  const turn = useDeed<{ switch: SwitchName; sessionId: string | null }, { words: string }>(
    (body, key) => ask('/api/demonstration/switches', { body, key }),
    ({ words }) => ordered(words),
  )
  const act = () => turn.act({ switch: each.name, sessionId: session?.id ?? null })
  const fits = session === null || each.needs === 'nothing' || each.needs.includes(session.stands)
  return (
    <>
      <button type="button" className={styles.switch} aria-disabled={!fits} onClick={fits ? act : undefined}>
        <b>{each.does}</b>
        <span>{fits ? each.says : 'The insurer has decided this one already.'}</span>
      </button>
      {turn.trouble ? (
        <div className={styles.besideSwitches}>
          <TroubleNotice trouble={turn.trouble} />
        </div>
      ) : null}
    </>
  )
}

function KillSwitch({ boot, canDie }: { boot: string; canDie: boolean }) {
  const queries = useQueryClient()
  const [state, setState] = useState<{ kind: 'up' | 'down' } | { kind: 'back'; afterMs: number }>({ kind: 'up' })
  const kill = useDeed<Record<never, never>, unknown>(
    (_body, key) =>
      ask('/api/demonstration/switches', { body: { switch: 'server_dies', sessionId: null }, key }).catch((caught) => {
        // It may die before its answer is here.
        if (boot === '') throw caught
      }),
    async () => {
      setState({ kind: 'down' })
      const afterMs = await waitForStart(boot)
      setState({ kind: 'back', afterMs })
      await queries.invalidateQueries()
    },
  )
  return (
    <Section name="This server" remark={<p>kill -9, as a loss of power would.</p>}>
      <div className={styles.kill}>
        <Button
          variant="default"
          onClick={() => kill.act({})}
          loading={kill.busy || state.kind === 'down'}
          disabled={!canDie}
        >
          Kill the server
        </Button>
        <p role="status">
          {state.kind === 'down' ? 'The server is away. It comes back by itself …' : null}
          {state.kind === 'back'
            ? `It was back after ${(state.afterMs / 1000).toFixed(1)} seconds, with everything that was recorded.`
            : null}
          {state.kind === 'up' && !canDie
            ? 'This server was not started by npm start: nobody would start it again.'
            : null}
        </p>
        {kill.trouble ? <TroubleNotice trouble={kill.trouble} /> : null}
      </div>
    </Section>
  )
}

/** The live line: what the invariants say, recomputed from the rows. */
function StandingLine({ latest }: { latest: Ordered | null }) {
  const standing = useQuery(standingQuery)
  // On a phone what was ordered stands far below the switch that was pressed; this line stays in sight.
  const isNarrow = useMediaQuery('(max-width: 900px)', false, { getInitialValueInEffect: false })
  const { booksBalance, nobodyUnpaid, nothingLost, faults, postings } = standing.data ?? {}
  const parts = [
    { holds: booksBalance, yes: 'Books balance', no: 'The books do not balance' },
    { holds: nobodyUnpaid, yes: 'Nobody unpaid', no: 'Somebody is unpaid' },
    { holds: nothingLost, yes: 'Nothing lost', no: 'Something is missing' },
  ]
  return (
    <section className={styles.standing} aria-label="How the books stand">
      <ul>
        {parts.map(({ holds, yes, no }) => (
          <li key={yes} data-holds={standing.error ? 'unknown' : (holds ?? 'unknown')}>
            <Icon name={holds === undefined || standing.error ? 'wait' : holds ? 'done' : 'lack'} />
            {holds === false ? no : yes}
          </li>
        ))}
      </ul>
      <p>
        {standing.error
          ? 'The server is away. This is how it stood; it is asked again every two seconds.'
          : `Recomputed from ${postings?.toLocaleString('en-US') ?? '…'} postings.`}
      </p>
      {isNarrow && latest !== null ? <p>{latest.words}</p> : null}
      {faults?.map(({ words, where }) => (
        <p key={`${where} ${words}`} role="alert">
          {where}: {words}
        </p>
      ))}
    </section>
  )
}

const marks: Record<Happening['kind'], { icon: Parameters<typeof Icon>[0]['name']; name: string }> = {
  file: { icon: 'doc', name: 'File' },
  claim: { icon: 'insurance', name: 'Claim' },
  card: { icon: 'card', name: 'Card' },
  posting: { icon: 'scale', name: 'Books' },
  trouble: { icon: 'lack', name: 'Trouble' },
}

function Log({ zone }: { zone: string }) {
  const happenings = useQuery(happeningsQuery)
  if (happenings.isPending) return <RowShapes rows={6} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={styles.scroll} aria-label="What happened, the latest first" tabIndex={0}>
      <ol className={styles.happenings}>
        {happenings.data?.map(({ id, at, kind, words }) => (
          <li key={id} data-kind={kind}>
            <Icon name={marks[kind].icon} small />
            <span>
              <span className={styles.unseen}>{marks[kind].name}: </span>
              {words}
            </span>
            <time dateTime={at}>{sayMoment(at, zone)}</time>
          </li>
        ))}
      </ol>
    </section>
  )
}
