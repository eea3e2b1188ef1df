import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { dateIn } from '../../libraries/calendar/index.ts'
import { ButtonLink } from '../design/button-link.tsx'
import { Icon } from '../design/icon.tsx'
import { sayDay } from '../design/say-day.ts'
import { houseQuery } from '../queries.ts'
import styles from './landing.module.css'
import { NetworkMoney } from './network-money.tsx'
import shared from './public.module.css'
import { PublicTop } from './public-top.tsx'
import { SiteNav } from './site-nav.tsx'

/** The public door: what Evenkeel does and how it earns, for practices, how far the software is, and the way in. */
export function LandingPage() {
  useEffect(() => {
    document.title = 'Evenkeel: therapy paid on schedule'
  }, [])
  return (
    <div className={shared.public}>
      <PublicTop />
      <main id="main" tabIndex={-1}>
        <section className={shared.hero}>
          <h1>Therapists are paid on schedule, whatever the insurer does</h1>
          <div>
            <p>
              Evenkeel holds the contracts with insurers, sends the claims and pays every confirmed session twice a
              month. A denied claim is our loss, not the therapist’s.
            </p>
            <div className={styles.buttons}>
              <ButtonLink to="/sign-in" size="lg">
                Sign in
              </ButtonLink>
              <ButtonLink to="/help/$slug" params={{ slug: 'how-you-are-paid' }} size="lg" variant="default">
                Try the paydays
              </ButtonLink>
            </div>
          </div>
        </section>
        <NetworkMoney />
        <OneSession />
        <ForPractices />
        <Status />
      </main>
      <footer className={styles.foot}>
        <SiteNav where="foot" />
      </footer>
    </div>
  )
}

function OneSession() {
  return (
    <section className={shared.promise} aria-labelledby="promise">
      <h2 id="promise">One session, start to finish</h2>
      <div className={shared.point}>
        <span>Wed, Apr 8</span>
        <h3>The session happens</h3>
        <p>
          The therapist confirms it the same day. Two days later the claim goes out and the client pays their share.
        </p>
      </div>
      <div className={[shared.point, shared.paid].join(' ')}>
        <span>Thu, Apr 30</span>
        <h3>The therapist is paid</h3>
        <p>
          Sessions confirmed from the 1st to the 15th are paid on the last day of the month, later ones on the 15th.
        </p>
      </div>
      <div className={shared.point}>
        <span>June, July or never</span>
        <h3>The insurer answers</h3>
        <p>It pays, pays less or refuses. The therapist keeps the money in every case.</p>
      </div>
    </section>
  )
}

const forPractices = [
  {
    name: 'Your rate comes first',
    words:
      'It is set by license, plan, place and service. Our share is what the contract leaves after it, and can be nothing.',
    slug: 'how-evenkeel-earns',
  },
  {
    name: 'You know before you meet',
    words: 'For each place where a client may be: may it be billed, by which route, why, and what would change it.',
    slug: 'where-your-client-is',
  },
  {
    name: 'Every cent explained',
    words: 'Each session opens its payments, postings and files, on a page and as a document.',
    slug: 'how-you-are-paid',
  },
  {
    name: 'Nothing to pay',
    words: 'Joining is free, staying is free, and credentialing is our work from start to finish.',
    slug: 'credentialing-and-support',
  },
]

function ForPractices() {
  return (
    <section className={styles.practices} aria-labelledby="practices">
      <h2 id="practices">For practices</h2>
      <ul>
        {forPractices.map(({ name, words, slug }) => (
          <li key={slug}>
            <h3>{name}</h3>
            <p>{words}</p>
            <Link to="/help/$slug" params={{ slug }}>
              Read how<span className={styles.vh}>: {name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

const works = [
  'Sessions confirmed, billed or held, and explained',
  'Claims sent, followed up, and read back when an insurer answers',
  'Paydays, bank files, bank statements, and books that are verified',
  'Portals for practices, clients and operations',
  'Joining with a call and rates, credentialing step by step, a group’s team',
]
const notYet = ['Finding care: searching clinicians by plan and place']

function Status() {
  const house = useQuery(houseQuery)
  return (
    <section className={styles.status} aria-labelledby="status">
      <h2 id="status">How far the software is</h2>
      <p>
        {house.data === undefined
          ? 'Evenkeel is being built in the open.'
          : `Version ${house.data.version}, ${
              house.data.mode === 'demonstration' ? 'a demonstration with made-up people and money' : 'in operation'
            }. Here it is ${sayDay(dateIn(house.data.now, house.data.zone))}.`}
      </p>
      <div className={styles.two}>
        <List name="Works" items={works} icon="check" />
        <List name="Not yet" items={notYet} icon="wait" />
      </div>
    </section>
  )
}

function List({ name, items, icon }: { name: string; items: string[]; icon: 'check' | 'wait' }) {
  return (
    <div>
      <h3>{name}</h3>
      <ul>
        {items.map((item) => (
          <li key={item}>
            <Icon name={icon} small />
            {item}
          </li>
        ))}
      </ul>
    </div>
  )
}
