import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../client/messages.ts'
import { doorWords } from './account-door-words.ts'
import { AskedForLetter } from './asked-for-letter.tsx'
import { ClientDoor, DoorForm } from './client-door.tsx'
import styles from './public.module.css'
import { SignUpForm } from './sign-up-form.tsx'

/** Sign up as a client: the account is there once the letter's link was opened. */
export function SignUpPage() {
  return (
    <ClientDoor>
      <SignUp />
    </ClientDoor>
  )
}

function SignUp() {
  const [sentTo, setSentTo] = useState<string | null>(null)
  const say = useWords(doorWords)
  if (sentTo !== null) return <SignUpSent email={sentTo} />
  return (
    <DoorForm name={say('signUp')} intro={say('signUpIntro')}>
      <SignUpForm onSent={setSentTo} />
      <p className={styles.under}>
        {say('haveAccountAsk')} <Link to="/sign-in">{say('signIn')}</Link>
      </p>
    </DoorForm>
  )
}

/** What comes after signing up: the letter. */
export function SignUpSent({ email }: { email: string }) {
  const say = useWords(doorWords)
  return (
    <DoorForm name={say('lookMail')} intro={say('writtenTo', { email })}>
      <AskedForLetter email={email} again="/api/sign-up/letters">
        {say('signUpSent')}
      </AskedForLetter>
    </DoorForm>
  )
}
