import type { ChangeReason } from '../../business/sessions/change-reasons.ts'
import type { Instant } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import { useDeed } from '../use-deed.ts'
import { useClientPlace } from './client-place.ts'
import type { Upcoming } from './visits-contract.ts'

type Asked = { kind: 'cancel' | 'move'; reason: ChangeReason; message: string | null; proposed: Instant[] }

/** Asks the practice for it, with the plan and the price that the page showed. */
export function useAskForChange({ sessionId, version, cancelNowCents }: Upcoming, close: () => void) {
  const { personId } = useClientPlace()
  return useDeed<Asked, unknown>(
    (asked, key) =>
      answerOf(
        api.POST('/api/clients/{personId}/appointments/{sessionId}/change-requests', {
          params: { path: { personId, sessionId } },
          headers: { 'Idempotency-Key': key },
          body: { ...asked, version, feeCents: cancelNowCents },
        }),
      ),
    close,
  )
}
