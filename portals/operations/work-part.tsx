import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { WorkDone } from '../../business/operations/claim-page.ts'
import { Dialog } from '../design/dialog.tsx'
import page from '../design/page.module.css'
import { sayDayFrom, sayMoment } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import styles from './operations.module.css'
import { sayWork } from './say-claim.ts'
import { useOperatorClock } from './use-operator-clock.ts'
import { WorkForm } from './work-form.tsx'

/** What was done about one thing, and the way to write down what is done now. */
export function WorkPart({ item, work }: { item: string; work: readonly WorkDone[] }) {
  const { today, zone } = useOperatorClock()
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <Section name="Work on it">
      <div className={[page.panel, page.pad].join(' ')}>
        {work.length === 0 ? (
          <p className={page.quiet}>Nobody has written anything down yet.</p>
        ) : (
          <ol className={styles.work}>
            {work.map((done) => (
              <li key={`${done.at} ${done.deed}`}>
                <b>{sayWork(done)}</b>
                {done.until === null ? '' : ` until ${sayDayFrom(today, done.until)}`}
                {done.words === null ? '' : `: ${done.words}`}
                <span>
                  {done.by}, {sayMoment(done.at, zone)}
                </span>
              </li>
            ))}
          </ol>
        )}
        <div className={page.buttons}>
          <Button variant="default" mt={12} onClick={open}>
            Write something down
          </Button>
        </div>
      </div>
      <Dialog name="Work on it" opened={opened} close={close}>
        <WorkForm items={[item]} close={close} />
      </Dialog>
    </Section>
  )
}
