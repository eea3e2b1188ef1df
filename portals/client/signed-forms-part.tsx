import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { sayWhen } from '../../business/visits/say-moment.ts'
import type { Instant } from '../../libraries/calendar/index.ts'
import { Dialog } from '../design/dialog.tsx'
import { accountWords, type SayAccount } from './account-words.ts'
import type { Form } from './client-contract.ts'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'
import { type Language, useLanguage, useWords } from './messages.ts'
import { FormText, titleOf } from './sign-forms.tsx'

/** The standard forms with their signatures; each can be read again as it was worded. */
export function SignedFormsPart({ forms }: { forms: readonly Form[] }) {
  const { zone } = useClientPlace()
  const say = useWords(accountWords)
  const language = useLanguage()
  const [read, setRead] = useState<Form | null>(null)
  return (
    <div className={styles.panel}>
      <ul className={styles.rows}>
        {forms.map((form) => (
          <li key={form.id}>
            <div>
              <b>{titleOf(form, language)}</b>
              <span className={form.signed === null ? styles.need : undefined}>
                {form.signed === null ? say('notSigned') : saySigned(say, language, form.signed, zone)}
              </span>
            </div>
            {form.signed === null ? (
              <Link to="/client/start" aria-label={say('signForm', { title: titleOf(form, language) })}>
                {say('sign')}
              </Link>
            ) : (
              <Button
                variant="subtle"
                aria-label={say('readForm', { title: titleOf(form, language) })}
                onClick={() => setRead(form)}
              >
                {say('read')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Dialog
        name={read === null ? say('form') : titleOf(read, language)}
        opened={read !== null}
        close={() => setRead(null)}
      >
        {read === null ? null : <FormText form={read} />}
      </Dialog>
    </div>
  )
}

function saySigned(
  say: SayAccount,
  language: Language,
  { at, typedName }: { at: Instant; typedName: string },
  zone: string,
): string {
  return say('signedBy', { name: typedName, when: sayWhen(language, at, zone) })
}
