import { Button, Checkbox, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { formInSpanish } from '../../business/clients/form-in-spanish.ts'
import { answerOf, api } from '../api.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import { useDeed } from '../use-deed.ts'
import { accountWords } from './account-words.ts'
import type { Form } from './client-contract.ts'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'
import { type Language, useLanguage, useWords } from './messages.ts'

/** The standard forms, one after the other: read, then signed with one's name. */
export function SignForms({ forms }: { forms: readonly Form[] }) {
  const { personId } = useClientPlace()
  const say = useWords(accountWords)
  const language = useLanguage()
  const [typedName, setTypedName] = useState('')
  const [readIt, setReadIt] = useState(false)
  const [tried, setTried] = useState(false)
  const open = forms.filter(({ signed }) => signed === null)
  const [form] = open
  const sign = useDeed<{ formId: string; version: number; sha256: string; typedName: string }, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/clients/{personId}/form-signatures', {
          params: { path: { personId } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    () => {
      setReadIt(false)
      setTried(false)
    },
  )
  if (form === undefined) return null
  const isName = /\p{L}\S*\s+\S*\p{L}/u.test(typedName.trim())
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    const { id: formId, version, sha256 } = form
    if (isName && readIt) sign.act({ formId, version, sha256, typedName: typedName.trim() })
    else focusFirstWrong(event.currentTarget)
  }
  return (
    <form className={styles.form} onSubmit={send} noValidate key={form.id}>
      <p className={styles.said}>{say('formOf', { number: forms.length - open.length + 1, count: forms.length })}</p>
      <FormText form={form} />
      <Checkbox
        label={say('haveRead', { title: titleOf(form, language) })}
        checked={readIt}
        onChange={(event) => setReadIt(event.currentTarget.checked)}
        error={tried && !readIt ? say('lackRead') : undefined}
      />
      <TextInput
        label={say('signature')}
        autoComplete="name"
        value={typedName}
        onChange={(event) => setTypedName(event.currentTarget.value)}
        error={tried && !isName ? say('lackSignature') : undefined}
      />
      {sign.trouble ? <TroubleNotice trouble={sign.trouble} deed="your signature" /> : null}
      <div className={styles.actions}>
        <Button type="submit" loading={sign.busy}>
          {say('sign')}
        </Button>
      </div>
    </form>
  )
}

/** A form's wording; the region scrolls, so it takes the focus. */
export function FormText({ form }: { form: Form }) {
  const say = useWords(accountWords)
  const translated = useLanguage() === 'es' ? formInSpanish(form) : null
  if (translated === null) return <Wording {...form} language="en" />
  return (
    <>
      <p className={styles.hint}>{say('translationOnly')}</p>
      <Wording {...translated} language="es" />
      <details className={styles.original}>
        <summary>{say('readOriginal')}</summary>
        <Wording {...form} language="en" />
      </details>
    </>
  )
}

function Wording({ title, body, language }: { title: string; body: string; language: 'en' | 'es' }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard too
    <section className={styles.paper} tabIndex={0} aria-label={title} lang={language}>
      <h3>{title}</h3>
      {body.split('\n\n').map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </section>
  )
}

/** What a form is called in the page's language. */
export function titleOf(form: Pick<Form, 'id' | 'version' | 'title'>, language: Language): string {
  return (language === 'es' ? formInSpanish(form)?.title : undefined) ?? form.title
}
