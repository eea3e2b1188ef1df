import { Checkbox } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Icon } from '../design/icon.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { Trouble } from '../trouble.ts'
import styles from './calendar.module.css'
import type { Conflict } from './calendar-queries.ts'

type MeetsProps = { conflicts: readonly Conflict[]; accepted: boolean; accept: (accepted: boolean) => void }

/** What the chosen time meets, said before it is asked for; what the clinician may weigh can be accepted. */
export function MeetsNotice({ conflicts, accepted, accept }: MeetsProps) {
  if (conflicts.length === 0) return null
  const isRefused = conflicts.some((conflict) => conflict.isRefused)
  return (
    <div role="status">
      <ul className={styles.meets}>
        {conflicts.map(({ code, words }) => (
          <li key={code}>
            <Icon name="lack" small />
            {words}
          </li>
        ))}
      </ul>
      {isRefused ? (
        <p className={styles.told}>Choose another time: two sessions of one clinician cannot be at once.</p>
      ) : (
        <Checkbox
          label="I know; take this time all the same"
          checked={accepted}
          onChange={(event) => accept(event.currentTarget.checked)}
        />
      )}
    </div>
  )
}

/** Why a plan was not changed; what somebody else did meanwhile is fetched, so that the page beside shows it. */
export function PlanTrouble({ trouble, deed }: { trouble: Error; deed: string }) {
  const queries = useQueryClient()
  useEffect(() => {
    if (trouble instanceof Trouble) void queries.invalidateQueries()
  }, [trouble, queries])
  return <TroubleNotice trouble={trouble} deed={deed} />
}
