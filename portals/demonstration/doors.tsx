import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Persona } from '../contract.ts'
import { Icon } from '../design/icon.tsx'
import { initialsOf } from '../design/initials-of.ts'
import { capital } from '../design/say-day.ts'
import { sayRole } from '../design/say-role.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { personasQuery } from '../queries.ts'
import styles from './demonstration.module.css'
import { type ThingToTry, thingsQuery } from './demonstration-queries.ts'
import { StartOver } from './start-over.tsx'
import { useBecome } from './use-become.ts'

/** The demonstration's doors: a card for each person of the story, and ten things to try. */
export function DemonstrationDoors() {
  const things = useQuery(thingsQuery)
  return (
    <div className={styles.doors}>
      {things.data?.startedOver ? (
        <p className={styles.over} role="status">
          <Icon name="done" small />
          The story was started over: it is the evening of April 8 again, and everyone was signed out.
        </p>
      ) : null}
      <Personas />
      <Things />
      <p className={styles.more}>
        <Link to="/mailbox">Mailbox</Link>
        <Link to="/switchboard">Switchboard</Link>
        {things.data?.canStartOver ? <StartOver boot={things.data.boot} /> : null}
      </p>
    </div>
  )
}

function Personas() {
  const personas = useQuery(personasQuery)
  const become = useBecome()
  return (
    <section aria-labelledby="personas">
      <h2 id="personas">Or look around as somebody</h2>
      <p className={styles.lead}>
        This is a demonstration. Its practices, clients, insurers and bank are invented, and its clock moves only when
        you move it.
      </p>
      {personas.error ? <TroubleNotice trouble={personas.error} onRetry={() => void personas.refetch()} /> : null}
      {become.trouble ? <TroubleNotice trouble={become.trouble} /> : null}
      {personas.isPending ? <RowShapes rows={4} /> : null}
      <ul className={styles.personas}>
        {personas.data?.map((persona) => (
          <li key={persona.id}>
            <PersonaCard
              persona={persona}
              choose={() => become.act({ persona, path: persona.landing ?? null, thing: null })}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function PersonaCard({ persona, choose }: { persona: Persona; choose: () => void }) {
  const place = persona.practiceName === '' ? '' : `, ${persona.practiceName}`
  return (
    <button type="button" className={styles.persona} onClick={choose}>
      <span className={styles.face} aria-hidden="true">
        {initialsOf(persona.name)}
      </span>
      <span>
        <b>{persona.name}</b>
        <span>
          {persona.title ?? sayRole(persona.role)}
          {place}
        </span>
        <span>{capital(persona.what)}</span>
      </span>
      <Icon name="right" small />
    </button>
  )
}

function Things() {
  const things = useQuery(thingsQuery)
  const become = useBecome()
  const all = things.data?.things ?? []
  const done = all.filter((thing) => thing.done).length
  return (
    <section aria-labelledby="things">
      <h2 id="things">{all.length === 10 ? 'Ten things to try' : 'Things to try'}</h2>
      <p className={styles.lead}>
        Each one signs you in as the right person and opens the page.
        {done > 0 ? ` You have tried ${done} of ${all.length}.` : ''}
      </p>
      {things.error ? <TroubleNotice trouble={things.error} onRetry={() => void things.refetch()} /> : null}
      {become.trouble ? <TroubleNotice trouble={become.trouble} /> : null}
      {things.isPending ? <RowShapes rows={5} /> : null}
      <ol className={styles.things}>
        {all.map((thing, at) => (
          <li key={thing.id}>
            <Thing
              thing={thing}
              number={at + 1}
              choose={() => become.act({ persona: thing.persona, path: thing.path, thing: thing.id })}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Thing({ thing, number, choose }: { thing: ThingToTry; number: number; choose: () => void }) {
  return (
    <button type="button" className={styles.thing} onClick={choose}>
      <span className={thing.done ? styles.tried : styles.number}>
        {thing.done ? <Icon name="check" small /> : number}
        {thing.done ? <span className={styles.unseen}>Tried:</span> : null}
      </span>
      <span>
        <b>{thing.title}</b>
        <span>{thing.what}</span>
      </span>
      <Icon name="right" small />
    </button>
  )
}
