import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { answerOf, api } from '../api.ts'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import type { Place } from './practice-place.ts'
import type { TeamMember } from './team-queries.ts'

/** Writes to somebody who has no login yet; the link of a letter before opens nothing any more. */
export function InviteAgain({ member, place }: { member: TeamMember; place: Place }) {
  const [email, setEmail] = useState(member.invitation?.email ?? '')
  const [asked, setAsked] = useState(false)
  const invite = useDeed<{ email: string }, unknown>((body, key) =>
    answerOf(
      api.POST('/api/practices/{practiceId}/team/{memberId}/invitations', {
        params: { path: { practiceId: place.practiceId, memberId: member.memberId } },
        headers: { 'Idempotency-Key': key },
        body,
      }),
    ),
  )
  const hasEmail = /^\S+@\S+\.\S+$/.test(email.trim())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (hasEmail) invite.act({ email })
  }
  return (
    <Section name={member.invitation === null ? 'Give portal access' : 'Invite again'}>
      <form className={page.form} onSubmit={submit} noValidate>
        <TextInput
          type="email"
          label="E-mail"
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={asked && !hasEmail ? 'Write the e-mail address, as ada@mail.example.' : undefined}
        />
        {invite.trouble ? <TroubleNotice trouble={invite.trouble} deed="the invitation" /> : null}
        {invite.answer ? <p role="status">The letter is on its way.</p> : null}
        <Button type="submit" variant="default" loading={invite.busy}>
          Send the invitation
        </Button>
      </form>
    </Section>
  )
}
