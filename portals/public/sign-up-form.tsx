import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ask } from '../api.ts'
import { type Language, useLanguage, useWords } from '../client/messages.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { doorWords } from './account-door-words.ts'
import styles from './public.module.css'
import { whenSent } from './public-form.tsx'

const empty = { givenName: '', familyName: '', dateOfBirth: '', email: '', phone: '', password: '' }
type Fields = typeof empty
type DoorKey = keyof (typeof doorWords)['en']

/** Who signs up, with a password of their own; `known` is what an invitation says already. */
export function SignUpForm({ known = {}, onSent }: { known?: Partial<Fields>; onSent: (email: string) => void }) {
  const say = useWords(doorWords)
  const language = useLanguage()
  const [fields, setFields] = useState({ ...empty, ...known })
  const [tried, setTried] = useState(false)
  const signUp = useDeed<Fields & { language: Language }, unknown>(
    (body, key) => ask('/api/sign-up', { body, key }),
    (_, { email }) => onSent(email.trim()),
  )
  const lacks = lacking(fields)
  const field = (name: keyof Fields) => {
    const lack = tried ? lacks[name] : undefined
    return {
      name,
      value: fields[name],
      error: lack === undefined ? undefined : say(lack),
      onChange: (event: { currentTarget: { value: string } }) => {
        const { value } = event.currentTarget
        setFields((before) => ({ ...before, [name]: value }))
      },
    }
  }
  const send = () => {
    setTried(true)
    if (Object.keys(lacks).length === 0) signUp.act({ ...fields, language })
  }
  return (
    <form className={styles.form} onSubmit={whenSent(send)} noValidate>
      <div className={styles.pair}>
        <TextInput label={say('firstName')} autoComplete="given-name" {...field('givenName')} />
        <TextInput label={say('lastName')} autoComplete="family-name" {...field('familyName')} />
      </div>
      <TextInput type="date" label={say('birth')} autoComplete="bday" {...field('dateOfBirth')} />
      <TextInput type="email" label={say('email')} autoComplete="email" {...field('email')} />
      <TextInput type="tel" label={say('phone')} autoComplete="tel" {...field('phone')} />
      <PasswordInput
        label={say('password')}
        description={say('passwordHint')}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': say('showPassword'), tabIndex: 0 }}
        {...field('password')}
      />
      {signUp.trouble ? <TroubleNotice trouble={signUp.trouble} deed={say('deed')} /> : null}
      <Button type="submit" loading={signUp.busy}>
        {say('signUp')}
      </Button>
    </form>
  )
}

function lacking(fields: Fields): Partial<Record<keyof Fields, DoorKey>> {
  return {
    ...(fields.givenName.trim() === '' ? { givenName: 'lackFirst' } : {}),
    ...(fields.familyName.trim() === '' ? { familyName: 'lackLast' } : {}),
    ...(fields.dateOfBirth === '' ? { dateOfBirth: 'lackBirth' } : {}),
    ...(/^\S+@\S+\.\S+$/.test(fields.email.trim()) ? {} : { email: 'lackEmail' }),
    ...(fields.phone.replace(/\D/g, '').length >= 10 ? {} : { phone: 'lackPhone' }),
    ...(fields.password.length >= 12 ? {} : { password: 'lackPassword' }),
  }
}
