import { Button, PasswordInput, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ask } from '../api.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { AskedForLetter } from './asked-for-letter.tsx'
import styles from './public.module.css'
import { PublicForm, whenSent, wordsAbout } from './public-form.tsx'

const empty = { givenName: '', familyName: '', dateOfBirth: '', email: '', phone: '', password: '' }
type Fields = typeof empty

/** Sign up as a client: the account is there once the letter's link was opened. */
export function SignUpPage() {
  const [sentTo, setSentTo] = useState<string | null>(null)
  if (sentTo !== null) {
    return (
      <PublicForm name="Look into your mail" intro={`We have written to ${sentTo}.`}>
        <AskedForLetter email={sentTo} again="/api/sign-up/letters">
          Open the link in the letter and enter the password that you chose. The link works once, for 24 hours.
        </AskedForLetter>
      </PublicForm>
    )
  }
  return (
    <PublicForm
      name="Sign up"
      intro="For the person who is to be cared for. Parents enter their child’s name and birth date."
    >
      <SignUpForm onSent={setSentTo} />
      <p className={styles.under}>
        You have an account? <Link to="/sign-in">Sign in</Link>
      </p>
    </PublicForm>
  )
}

function SignUpForm({ onSent }: { onSent: (email: string) => void }) {
  const [fields, setFields] = useState(empty)
  const [tried, setTried] = useState(false)
  const signUp = useDeed<Fields, unknown>(
    (body, key) => ask('/api/sign-up', { body, key }),
    (_, { email }) => onSent(email.trim()),
  )
  const lacks = lacking(fields)
  const field = (name: keyof Fields) => ({
    name,
    value: fields[name],
    error: (tried ? lacks[name] : undefined) ?? wordsAbout(signUp.trouble, name),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setFields((before) => ({ ...before, [name]: value }))
    },
  })
  const send = () => {
    setTried(true)
    if (Object.keys(lacks).length === 0) signUp.act(fields)
  }
  return (
    <form className={styles.form} onSubmit={whenSent(send)} noValidate>
      <div className={styles.pair}>
        <TextInput label="First name" autoComplete="given-name" {...field('givenName')} />
        <TextInput label="Last name" autoComplete="family-name" {...field('familyName')} />
      </div>
      <TextInput type="date" label="Date of birth" autoComplete="bday" {...field('dateOfBirth')} />
      <TextInput type="email" label="E-mail" autoComplete="email" {...field('email')} />
      <TextInput type="tel" label="Phone" autoComplete="tel" {...field('phone')} />
      <PasswordInput
        label="Password"
        description="At least twelve characters. Three words that do not belong together are good."
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password', tabIndex: 0 }}
        {...field('password')}
      />
      {signUp.trouble ? <TroubleNotice trouble={signUp.trouble} deed="your sign-up" /> : null}
      <Button type="submit" loading={signUp.busy}>
        Sign up
      </Button>
    </form>
  )
}

function lacking(fields: Fields): Partial<Record<keyof Fields, string>> {
  return {
    ...(fields.givenName.trim() === '' ? { givenName: 'Enter the first name.' } : {}),
    ...(fields.familyName.trim() === '' ? { familyName: 'Enter the last name.' } : {}),
    ...(fields.dateOfBirth === '' ? { dateOfBirth: 'Enter the date of birth.' } : {}),
    ...(/^\S+@\S+\.\S+$/.test(fields.email.trim()) ? {} : { email: 'Enter an e-mail address.' }),
    ...(fields.phone.replace(/\D/g, '').length >= 10 ? {} : { phone: 'Enter a phone number with its area code.' }),
    ...(fields.password.length >= 12 ? {} : { password: 'Choose at least twelve characters.' }),
  }
}
