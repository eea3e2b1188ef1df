import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { membersQuery } from '../queries.ts'
import type { Place } from './practice-place.ts'

/** In a group, for who sees all of it: whose clients or sessions are shown. The same choice as the workspace top left. */
export function ClinicianFilter({ place }: { place: Place }) {
  const isShown = place.membership.kind === 'group' && place.membership.may.calendar === 'all'
  const members = useQuery({ ...membersQuery(place.practiceId), enabled: isShown })
  const navigate = useNavigate()
  if (!isShown) return null
  const clinicians = (members.data ?? []).filter(({ clinician, standing }) => clinician && standing === 'active')
  return (
    <Select
      label="Clinician"
      data={[
        { value: '', label: 'Everyone' },
        ...clinicians.map(({ memberId, name }) => ({ value: memberId, label: name })),
      ]}
      value={place.clinician ?? ''}
      allowDeselect={false}
      onChange={(memberId) =>
        void navigate({
          to: '.',
          search: (before) => ({ ...before, clinician: memberId || undefined, page: undefined }),
          resetScroll: false,
        })
      }
    />
  )
}
