import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { QueueName, QueueRow } from '../../business/operations/queue-names.ts'
import type { WorkDeed } from '../../business/operations/work-standing.ts'
import { formatCents, sum } from '../../libraries/money/index.ts'
import { Dialog } from '../design/dialog.tsx'
import { type Claims, ClaimsReasonForm } from './claims-reason-form.tsx'
import styles from './operations.module.css'
import { WorkForm } from './work-form.tsx'
import { WriteOffForm } from './write-off-form.tsx'

const resendable: readonly QueueName[] = ['rejectedClaims', 'deniedClaims', 'underpaidClaims']
const appealable: readonly QueueName[] = ['deniedClaims', 'underpaidClaims']
const givenUp: readonly QueueName[] = [...resendable, 'silentClaims']

/** What may be done with all the chosen rows at once; each keeps its own reason. */
export function BulkBar({ queue, rows, done }: { queue: QueueName; rows: readonly QueueRow[]; done: () => void }) {
  const [deed, setDeed] = useState<WorkDeed | null>(null)
  const [resends, { open, close }] = useDisclosure(false)
  const [loses, lose] = useDisclosure(false)
  if (rows.length === 0 && deed === null && !resends && !loses) return null
  const money = sum(rows.flatMap(({ cents }) => (cents === null ? [] : [cents])))
  const items = rows.map(({ item }) => item)
  const finish = () => {
    setDeed(null)
    close()
    lose.close()
    done()
  }
  return (
    <div className={styles.bulk}>
      <b>{rows.length} selected</b>
      {money === 0 ? null : <span className={styles.money}>{formatCents(money)}</span>}
      <div className={styles.buttons}>
        {resendable.includes(queue) ? <Button onClick={open}>Send again</Button> : null}
        {appealable.includes(queue) ? (
          <Button variant="default" onClick={() => setDeed('appealed')}>
            Start appeal
          </Button>
        ) : null}
        <Button variant="default" onClick={() => setDeed('taken')}>
          Assign
        </Button>
        <Button variant="default" onClick={() => setDeed('noted')}>
          Note
        </Button>
        <Button variant="default" onClick={() => setDeed('resolved')}>
          Resolve with a reason
        </Button>
        {givenUp.includes(queue) ? (
          <Button variant="default" onClick={lose.open}>
            Write off with a reason
          </Button>
        ) : null}
      </div>
      <Dialog name={`${rows.length} selected`} opened={deed !== null} close={() => setDeed(null)}>
        {deed === null ? null : <WorkForm items={items} first={deed} close={finish} />}
      </Dialog>
      <Dialog name={`Send ${rows.length} again`} opened={resends} close={close}>
        <ResendMany rows={rows} close={finish} />
      </Dialog>
      <Dialog name={`Write off ${rows.length}`} opened={loses} close={lose.close}>
        <WriteOffForm claims={claimsOf(rows)} close={finish} />
      </Dialog>
    </div>
  )
}

function claimsOf(rows: readonly QueueRow[]): Claims {
  return rows.flatMap(({ page: to }) =>
    to?.kind === 'claim' && to.practiceId !== null ? [{ practiceId: to.practiceId, claimId: to.id }] : [],
  )
}

function ResendMany({ rows, close }: { rows: readonly QueueRow[]; close: () => void }) {
  return (
    <ClaimsReasonForm
      claims={claimsOf(rows)}
      path="/api/operations/resubmissions"
      says="Each goes out again as it stands: what was refused as an original, what was decided as a replacement. To correct one of them, open it."
      label="What has changed"
      refusal="could not be sent"
      does="Send them again"
      deed="they"
      close={close}
    />
  )
}
