import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { Dialog } from '../design/dialog.tsx'
import { sayDay, sayTime, sayZone } from '../design/say-day.ts'
import type { Form } from './client-contract.ts'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'
import { FormText } from './sign-forms.tsx'

/** The standard forms with their signatures; each can be read again as it was worded. */
export function SignedFormsPart({ forms }: { forms: readonly Form[] }) {
  const { zone } = useClientPlace()
  const [read, setRead] = useState<Form | null>(null)
  return (
    <div className={styles.panel}>
      <ul className={styles.rows}>
        {forms.map((form) => (
          <li key={form.id}>
            <div>
              <b>{form.title}</b>
              <span className={form.signed === null ? styles.need : undefined}>
                {form.signed === null ? 'Not signed yet.' : saySigned(form.signed, zone)}
              </span>
            </div>
            {form.signed === null ? (
              <Link to="/client/start" aria-label={`Sign ${form.title}`}>
                Sign
              </Link>
            ) : (
              <Button variant="subtle" aria-label={`Read ${form.title}`} onClick={() => setRead(form)}>
                Read
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Dialog name={read?.title ?? 'Form'} opened={read !== null} close={() => setRead(null)}>
        {read === null ? null : <FormText form={read} />}
      </Dialog>
    </div>
  )
}

function saySigned({ at, typedName }: { at: Instant; typedName: string }, zone: string): string {
  return `Signed by ${typedName} on ${sayDay(dateIn(at, zone))}, ${sayTime(at, zone)} ${sayZone(zone)}.`
}
