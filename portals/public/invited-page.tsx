import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ask } from '../api.ts'
import { useWords } from '../client/messages.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { doorWords } from './account-door-words.ts'
import { ClientDoor, DoorForm } from './client-door.tsx'
import styles from './public.module.css'
import { tokenOfLink } from './public-form.tsx'
import { SignUpForm } from './sign-up-form.tsx'
import { SignUpSent } from './sign-up-page.tsx'

type Invited = { practiceName: string; clinicianName: string; givenName: string; familyName: string; email: string }

const invitedQuery = (token: string) =>
  queryOptions({
    queryKey: ['client-invitation', token],
    queryFn: () => ask<Invited>('/api/client-invitations/openings', { body: { token } }),
    retry: false,
  })

/** Where the letter of an invited client leads: who invites them, and signing up with what is known already. */
export function InvitedPage() {
  return (
    <ClientDoor>
      <Invitation />
    </ClientDoor>
  )
}

function Invitation() {
  const say = useWords(doorWords)
  const [token] = useState(tokenOfLink)
  const [sentTo, setSentTo] = useState<string | null>(null)
  const invited = useQuery({ ...invitedQuery(token), enabled: token !== '' })
  if (sentTo !== null) return <SignUpSent email={sentTo} />
  if (token === '' || invited.error) {
    return (
      <DoorForm name={say('invitedGone')} intro={say('invitedGoneIntro')}>
        <div className={styles.form}>
          {invited.error ? <TroubleNotice trouble={invited.error} /> : null}
          <p>
            {say('invitedGoneWords')} <Link to="/sign-in">{say('signIn')}</Link>
          </p>
        </div>
      </DoorForm>
    )
  }
  if (!invited.data) {
    return (
      <DoorForm name={say('invitedTitle')}>
        <RowShapes rows={3} />
      </DoorForm>
    )
  }
  const { practiceName: practice, clinicianName: clinician, email, givenName, familyName } = invited.data
  return (
    <DoorForm name={say('invitedTitle')} intro={say('invitedBy', { clinician, practice })}>
      <SignUpForm known={{ givenName, familyName, email }} onSent={setSentTo} />
      <p className={styles.under}>
        {say('invitedKnown', { email, practice })} <Link to="/sign-in">{say('signIn')}</Link>
      </p>
    </DoorForm>
  )
}
