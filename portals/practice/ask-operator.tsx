import { Button, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { networkName, stateName } from '../../business/coverage/service-areas.ts'
import { dateIn } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import page from '../design/page.module.css'
import { sayDay } from '../design/say-day.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { credentialRequestsQuery } from './place-queries.ts'
import type { Place } from './practice-place.ts'

type CredentialProps = { memberId: string; network: string; state: string; place: Place; close: () => void }

/** Asks the operator to apply for a credential; what was asked already is said with its day. */
export function AskCredential({ memberId, network, state, place, close }: CredentialProps) {
  const requests = useQuery(credentialRequestsQuery(place.practiceId))
  const [words, setWords] = useState('')
  const ask = useDeed<{ memberId: string; networkId: string; state: string; words: string | null }, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/credential-requests', {
          params: { path: { practiceId: place.practiceId } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
  )
  const open = requests.data?.find(
    (each) => each.memberId === memberId && each.networkId === network && each.state === state,
  )
  const where = `${networkName(network)} in ${stateName(state)}`
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask.act({ memberId, networkId: network, state, words: words.trim() || null })
  }
  if (open !== undefined) {
    const day = sayDay(dateIn(open.askedAt as Place['now'], place.zone))
    return (
      <div className={page.form}>
        <p aria-live="polite">
          You asked on {day}. We apply for {where}; it then stands under Insurance status, with the day from which it
          counts. Until then sessions there cannot be billed.
        </p>
        <div className={page.buttons}>
          <Button variant="default" onClick={close}>
            Close
          </Button>
        </div>
      </div>
    )
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <p>
        We apply for {where} for you; it costs nothing. Insurers take weeks to months, and a license there must come
        first.
      </p>
      <Textarea
        label="Anything we should know"
        description="Such as a license that you await. No names of clients."
        autosize
        minRows={2}
        maxLength={500}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {ask.trouble ? <TroubleNotice trouble={ask.trouble} deed="your request" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={ask.busy}>
          Ask for the credential
        </Button>
        <Button variant="default" onClick={close}>
          Not now
        </Button>
      </div>
    </form>
  )
}

/** Asks the operator to check a client's insurance with the payer before others; said once it is asked. */
export function AskCheck({ personId, place }: { personId: string; place: Place }) {
  const ask = useDeed<Record<string, never>, unknown>((_, key) =>
    answerOf(
      api.POST('/api/practices/{practiceId}/clients/{personId}/coverage-check-requests', {
        params: { path: { practiceId: place.practiceId, personId } },
        headers: { 'Idempotency-Key': key },
      }),
    ),
  )
  if (ask.answer !== undefined) {
    return (
      <p aria-live="polite">Asked. We check it with the insurer and tell your client; the answer then stands here.</p>
    )
  }
  return (
    <>
      <Button variant="default" loading={ask.busy} onClick={() => ask.act({})}>
        Ask us to check it
      </Button>
      {ask.trouble ? <TroubleNotice trouble={ask.trouble} deed="your request" /> : null}
    </>
  )
}
