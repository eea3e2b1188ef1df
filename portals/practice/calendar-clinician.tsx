import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { membersQuery } from '../queries.ts'
import styles from './calendar.module.css'
import type { Place } from './practice-place.ts'

/** In a group, for who looks after all of it: whose calendar is open. */
export function CalendarClinician({ place }: { place: Place }) {
  const isShown = place.membership.kind === 'group' && place.membership.may.calendar === 'all'
  const members = useQuery({ ...membersQuery(place.practiceId), enabled: isShown })
  const navigate = useNavigate()
  if (!isShown) return null
  const clinicians = (members.data ?? []).filter(({ clinician, standing }) => clinician && standing === 'active')
  const own = place.membership.clinician ? place.membership.memberId : clinicians[0]?.memberId
  const shown = clinicians.find(({ memberId }) => memberId === (place.clinician ?? own))
  const isColleague = shown !== undefined && shown.memberId !== place.membership.memberId
  return (
    <>
      {isColleague ? (
        <p className={styles.colleague} role="status">
          This is {shown.name}’s calendar. What you plan here is planned for them, and it is written down that you did.
        </p>
      ) : null}
      <Select
        className={styles.whose}
        aria-label="Whose calendar"
        data={clinicians.map(({ memberId, name }) => ({ value: memberId, label: name }))}
        value={place.clinician ?? own ?? null}
        allowDeselect={false}
        onChange={(memberId) =>
          void navigate({
            to: '.',
            search: (before) => ({ ...before, clinician: memberId ?? undefined, session: undefined, add: undefined }),
            resetScroll: false,
          })
        }
      />
    </>
  )
}
