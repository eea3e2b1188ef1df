import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { answerOf, api } from '../api.ts'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import { useDeed } from '../use-deed.ts'
import type { Place } from './practice-place.ts'
import rows from './rows.module.css'
import type { TeamMember } from './team-queries.ts'

/** For a member who lost the phone: an owner takes the second factor away, and the member sets up a new one. */
export function ResetFactor({ member, place }: { member: TeamMember; place: Place }) {
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const [done, setDone] = useState(false)
  const reset = useDeed<{ reason: string }, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/team/{memberId}/second-factor-resets', {
          params: { path: { practiceId: place.practiceId, memberId: member.memberId } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    () => {
      setDone(true)
      setAsked(false)
      setReason('')
    },
  )
  const isSaid = reason.trim().length >= 3
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    setDone(false)
    if (isSaid) reset.act({ reason: reason.trim() })
    else focusFirstWrong(event.currentTarget)
  }
  return (
    <Section name="Lost phone">
      <form className={[page.panel, page.pad, page.form].join(' ')} onSubmit={submit} noValidate>
        <p className={rows.sub}>
          Make sure that it is {member.name} who asks. Their authenticator app, codes and passkeys count no more, they
          are signed out everywhere and told by letter, and at the next sign-in they set up a new one. Their password
          stays.
        </p>
        <Textarea
          label="Why, and how you made sure"
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={asked && !isSaid ? 'Say it in a few words; the audit keeps it.' : undefined}
        />
        {reset.trouble ? <TroubleNotice trouble={reset.trouble} /> : null}
        <p role="status">
          {done ? `${member.name} was signed out, and sets up a second factor at the next sign-in.` : ''}
        </p>
        <div className={page.buttons}>
          <Button type="submit" variant="default" loading={reset.busy}>
            Take the second factor away
          </Button>
        </div>
      </form>
    </Section>
  )
}
