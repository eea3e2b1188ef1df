import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { answerOf, api } from '../api.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { meQuery } from '../queries.ts'
import { useDeed } from '../use-deed.ts'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'
import { householdWords } from './household-words.ts'
import { useWords } from './messages.ts'

/** A child's own name and birth date; the rest is entered on the child's own account. */
export function AddChild({ close }: { close: () => void }) {
  const { personId } = useClientPlace()
  const say = useWords(householdWords)
  const queries = useQueryClient()
  const [asked, setAsked] = useState(false)
  const [child, setChild] = useState({ givenName: '', familyName: '', dateOfBirth: '' })
  const add = useDeed<typeof child, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/clients/{personId}/dependants', {
          params: { path: { personId } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    async () => {
      await queries.refetchQueries(meQuery)
      // For whom a login acts is read when a page is entered; the child stands in the menu from now on.
      window.location.reload()
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (Object.values(child).every((text) => text.trim() !== '')) add.act(child)
  }
  const field = (key: keyof typeof child, type = 'text') => (
    <TextInput
      label={say(key)}
      type={type}
      value={child[key]}
      onChange={(event) => setChild({ ...child, [key]: event.currentTarget.value })}
      error={asked && child[key].trim() === '' ? say('missing') : undefined}
    />
  )
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.said}>{say('addChildLead')}</p>
      <div className={styles.pair}>
        {field('givenName')}
        {field('familyName')}
      </div>
      {field('dateOfBirth', 'date')}
      {add.trouble ? <TroubleNotice trouble={add.trouble} /> : null}
      <div className={styles.actions}>
        <Button type="submit" loading={add.busy}>
          {say('add')}
        </Button>
        <Button variant="default" onClick={close}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  )
}
