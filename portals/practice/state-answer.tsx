import { Select } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { explainMissing, explainRemedy } from '../../business/coverage/explain-reason.ts'
import type { ClientWhatIf } from './insurance-queries.ts'
import type { Place } from './practice-place.ts'
import { PractisingThere } from './practising-there.tsx'
import { type About, RemedyDoor } from './remedy-door.tsx'
import { nearestFirst } from './remedy-doors.ts'
import { sayMethod } from './say-decision.ts'
import styles from './what-if.module.css'

const route = getRouteApi('/practice/$practiceId/what-if')

type Props = {
  answer: ClientWhatIf['states'][number]
  place: Place
  client: About['client']
  memberId: string
  on: string
}

/** One state's answer for a client: why, what would change it with the door to each, and who in the network can see them there. */
export function StateAnswer({ answer, place, client, memberId, on }: Props) {
  const { state, stateName, decision, counties } = answer
  const { county } = route.useSearch()
  const countyFips = counties.some(({ fips }) => fips === county) ? county : undefined
  const isOpen = decision.outcome === 'billable' || decision.outcome === 'billable_held'
  const asks = decision.missing as Parameters<typeof explainMissing>[0][]
  const chooseCounty = counties.length > 0 ? <CountyChoice counties={counties} /> : undefined
  const isAsked = decision.missing.includes('client_county')
  const about: About = { where: 'what_if', client, memberId, on, asked: null, chooseCounty }
  const remedies = decision.remedies as Parameters<typeof explainRemedy>[0][]
  return (
    <section aria-label={stateName}>
      <h3>{stateName}</h3>
      <p className={isOpen ? styles.verdict : styles.lacking}>{sayMethod(decision)}</p>
      <p>{decision.words}</p>
      {asks.length > 0 ? <p>It depends on {asks.map(explainMissing).join(' and ')}.</p> : null}
      {isAsked ? null : chooseCounty}
      {remedies.length > 0 ? (
        <>
          <h4>What would change it</h4>
          <ul className={styles.remedies}>
            {nearestFirst(remedies, 'what_if').map((remedy) => (
              <li key={JSON.stringify(remedy)}>
                <span>{explainRemedy(remedy)}</span>
                <RemedyDoor remedy={remedy} about={about} place={place} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h4>Who in the network can see them there</h4>
      <PractisingThere
        parts={['colleagues']}
        asked={{ personId: client.personId, on, state, countyFips }}
        place={place}
      />
    </section>
  )
}

function CountyChoice({ counties }: { counties: ClientWhatIf['states'][number]['counties'] }) {
  const { county } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <Select
      label="If they were in the county of"
      clearable
      searchable
      data={counties.map(({ fips, name }) => ({ value: fips, label: name }))}
      value={counties.some(({ fips }) => fips === county) ? (county ?? null) : null}
      onChange={(fips) =>
        void navigate({
          search: (before) => ({ ...before, county: fips ?? undefined }),
          replace: true,
          resetScroll: false,
        })
      }
      maxDropdownHeight={220}
    />
  )
}
