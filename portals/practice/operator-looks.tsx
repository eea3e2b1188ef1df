import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { SeenKind } from '../../business/clients/describe-action.ts'
import type { Instant } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import page from '../design/page.module.css'
import { sayMoment } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import type { Place } from './practice-place.ts'
import rows from './rows.module.css'

type Opening = {
  id: string
  at: Instant
  by: string
  clientName: string | null
  deed: 'looked' | 'wrote'
  what: SeenKind
  reason: string | null
}

const things: Partial<Record<SeenKind, string>> = {
  opening: 'the record',
  claim: 'a claim',
  explanation: 'what explains a session',
  session: 'a session’s money and files',
  insurance: 'the insurance',
  export: 'a copy of the records',
}

/** Who at the operator opened something of this practice, and for which reason: nobody there looks without one. */
export function OperatorLooks({ place }: { place: Place }) {
  const looks = useInfiniteQuery({
    queryKey: ['practice', place.practiceId, 'operator-looks'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: before }) =>
      answerOf<{ openings: Opening[]; more: boolean }>(
        api.GET('/api/practices/{practiceId}/operator-looks', {
          params: { path: { practiceId: place.practiceId }, query: before === undefined ? {} : { before } },
        }),
      ),
    getNextPageParam: (last) => (last.more ? last.openings.at(-1)?.id : undefined),
  })
  // Whoever does not run the practice is not asked to watch over it.
  if (looks.error?.name === 'Trouble' && 'problem' in looks.error && isNotAllowed(looks.error.problem)) return null
  const openings = looks.data?.pages.flatMap((each) => each.openings)
  return (
    <Section name="Who at Evenkeel looked">
      {looks.error ? <TroubleNotice trouble={looks.error} onRetry={() => void looks.refetch()} /> : null}
      {openings === undefined && looks.error === null ? <RowShapes rows={2} /> : null}
      {openings?.length === 0 ? (
        <p className={rows.sub}>
          Nobody at Evenkeel has opened anything of this practice. When they do, who, when and why stands here.
        </p>
      ) : null}
      {openings !== undefined && openings.length > 0 ? (
        <ul className={page.panel} aria-label="Who at Evenkeel looked">
          {openings.map((opening) => (
            <li key={opening.id} className={rows.row}>
              <div>
                <h3>
                  {opening.by} {opening.deed === 'wrote' && opening.what !== 'opening' ? 'changed' : 'opened'}{' '}
                  {things[opening.what] ?? 'a record'}
                  {opening.clientName === null ? '' : ` of ${opening.clientName}`}
                </h3>
                <p className={rows.detail}>
                  {sayMoment(opening.at, place.zone)}.{' '}
                  {opening.reason === null ? 'The client’s record stayed closed.' : `Reason: ${opening.reason}`}
                </p>
              </div>
            </li>
          ))}
        </ul>
      ) : null}
      {looks.hasNextPage ? (
        <Button variant="default" mt={12} loading={looks.isFetchingNextPage} onClick={() => void looks.fetchNextPage()}>
          Show earlier
        </Button>
      ) : null}
    </Section>
  )
}

function isNotAllowed(problem: unknown): boolean {
  return typeof problem === 'object' && problem !== null && 'code' in problem && problem.code === 'role_not_allowed'
}
