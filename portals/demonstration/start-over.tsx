import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { ask } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import styles from './demonstration.module.css'
import { waitForStart } from './wait-for-start.ts'

/** Back to the evening of 8 April, after a question; the page waits for it. */
export function StartOver({ boot }: { boot: string }) {
  const [opened, { open, close }] = useDisclosure(false)
  const [waits, setWaits] = useState(false)
  const startOver = useDeed<Record<never, never>, unknown>(
    (body, key) => ask('/api/demonstration/start-over', { body, key }),
    async () => {
      setWaits(true)
      await waitForStart(boot)
      location.assign('/sign-in')
    },
  )
  const busy = startOver.busy || waits
  return (
    <>
      <button type="button" className={styles.plain} onClick={open}>
        Start the story over
      </button>
      <Dialog name="Start the story over?" opened={opened} close={busy ? () => undefined : close}>
        <p>
          It is the evening of Wed, Apr 8, 2026 again. What you confirmed, moved or broke since is gone, with every
          insurer, bank and card in its state of that evening. Everyone is signed out.
        </p>
        {startOver.trouble ? <TroubleNotice trouble={startOver.trouble} /> : null}
        <p role="status" className={styles.waiting}>
          {busy ? 'Going back. This takes a few seconds.' : ''}
        </p>
        <div className={styles.choices}>
          <Button onClick={() => startOver.act({})} loading={busy}>
            Start over
          </Button>
          <Button variant="default" onClick={close} disabled={busy}>
            Keep going
          </Button>
        </div>
      </Dialog>
    </>
  )
}
