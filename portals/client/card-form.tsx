import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { type CardEntered, checkCard } from '../../business/charges/check-card.ts'
import { answerOf, api } from '../api.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import { useDeed } from '../use-deed.ts'
import { accountWords } from './account-words.ts'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'
import { useWords } from './messages.ts'
import { useFaults } from './use-faults.ts'

/** A new card: its number goes to the card processor, which gives a token; the token alone is kept. */
export function CardForm({ replaces, onDone }: { replaces: string | null; onDone: () => void }) {
  const { personId, today } = useClientPlace()
  const say = useWords(accountWords)
  const [fields, setFields] = useState({ number: '', expires: '', securityCode: '' })
  const [tried, setTried] = useState(false)
  const sayFault = useFaults()
  const handed = useRef<{ card: string; token: string } | null>(null)
  const params = { path: { personId } }
  const add = useDeed<CardEntered, unknown>(async (card, key) => {
    // Another try after an answer that never came brings the same token, so that the card is there once.
    const written = JSON.stringify(card)
    if (handed.current?.card !== written) {
      const { token } = await answerOf<{ token: string; brand: string; lastFour: string }>(
        api.POST('/api/clients/{personId}/card-tokens', { params, body: card }),
      )
      handed.current = { card: written, token }
    }
    const body = { token: handed.current.token, replaces }
    return answerOf(
      api.POST('/api/clients/{personId}/payment-methods', { params, headers: { 'Idempotency-Key': key }, body }),
    )
  }, onDone)
  const card = cardOf(fields)
  const faults = checkCard(card, today)
  const field = (name: keyof typeof fields) => ({
    value: fields[name],
    error: tried ? sayFault(faults, name) : undefined,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setFields((before) => ({ ...before, [name]: value }))
    },
  })
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (faults.length === 0) add.act(card)
    else focusFirstWrong(event.currentTarget)
  }
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <TextInput label={say('cardNumber')} inputMode="numeric" autoComplete="cc-number" {...field('number')} />
      <div className={styles.pair}>
        <TextInput
          label={say('expires')}
          placeholder="MM/YY"
          inputMode="numeric"
          autoComplete="cc-exp"
          {...field('expires')}
        />
        <TextInput label={say('securityCode')} inputMode="numeric" autoComplete="cc-csc" {...field('securityCode')} />
      </div>
      <p className={styles.hint}>{say('cardHint')}</p>
      {add.trouble ? <TroubleNotice trouble={add.trouble} deed="your card" /> : null}
      <div className={styles.actions}>
        <Button type="submit" loading={add.busy}>
          {say('saveCard')}
        </Button>
      </div>
    </form>
  )
}

function cardOf({ number, expires, securityCode }: { number: string; expires: string; securityCode: string }) {
  const [, month = '0', year = '0'] = /^\s*(\d{1,2})\s*\/?\s*(\d{2}|\d{4})\s*$/.exec(expires) ?? []
  return {
    number: number.replace(/[\s-]/g, ''),
    expiresMonth: Number(month),
    expiresYear: Number(year.length === 2 ? `20${year}` : year),
    securityCode: securityCode.trim(),
  }
}
