import { Button, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { isNpi } from '../../libraries/npi/index.ts'
import { answerOf, api } from '../api.ts'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import { useDeed } from '../use-deed.ts'
import type { ApplicationPage } from './joining-queries.ts'

/** The end of joining: a practice with its owner invited, or a solo practice that becomes a group. */
export function OpenPracticeForm({ application }: { application: ApplicationPage }) {
  return application.kind === 'solo_to_group' ? (
    <MakeGroup application={application} />
  ) : (
    <OpenPractice application={application} />
  )
}

function OpenPractice({ application }: { application: ApplicationPage }) {
  const [name, setName] = useState(application.practiceName)
  const [npi, setNpi] = useState(application.npi ?? '')
  const [asked, setAsked] = useState(false)
  const open = useDeed<{ name: string; npi: string }, unknown>((body, key) =>
    answerOf(
      api.POST('/api/operations/joining/{applicationId}/openings', {
        params: { path: { applicationId: application.id } },
        headers: { 'Idempotency-Key': key },
        body,
      }),
    ),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    if (name.trim() !== '' && isNpi(npi.trim())) open.act({ name, npi })
    focusFirstWrong(event.currentTarget)
  }
  return (
    <Section name="Open the practice" remark={<p>{application.name} is invited as its owner.</p>}>
      <form className={page.form} onSubmit={submit} noValidate>
        <div className={page.two}>
          <TextInput
            label="Name of the practice"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={asked && name.trim() === '' ? 'Write the name.' : undefined}
          />
          <TextInput
            label="NPI of the owner"
            inputMode="numeric"
            maxLength={10}
            value={npi}
            onChange={(event) => setNpi(event.currentTarget.value)}
            error={asked && !isNpi(npi.trim()) ? 'Write the ten digits of the NPI.' : undefined}
          />
        </div>
        {open.trouble ? <TroubleNotice trouble={open.trouble} deed="the practice" /> : null}
        <div className={page.buttons}>
          <Button type="submit" variant={application.quotes.length > 0 ? 'filled' : 'default'} loading={open.busy}>
            Open the practice
          </Button>
        </div>
      </form>
    </Section>
  )
}

function MakeGroup({ application }: { application: ApplicationPage }) {
  const [name, setName] = useState(application.practiceName)
  const [practiceId, setPracticeId] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const make = useDeed<{ name: string; practiceId: string }, unknown>((body, key) =>
    answerOf(
      api.POST('/api/operations/joining/{applicationId}/groups', {
        params: { path: { applicationId: application.id } },
        headers: { 'Idempotency-Key': key },
        body,
      }),
    ),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    if (name.trim() !== '' && practiceId !== null) make.act({ name, practiceId })
    focusFirstWrong(event.currentTarget)
  }
  return (
    <Section name="Make it a group" remark={<p>Members, clients, sessions and money stay as they are.</p>}>
      <form className={page.form} onSubmit={submit} noValidate>
        <div className={page.two}>
          <Select
            label="The solo practice"
            searchable
            data={application.soloPractices.map((each) => ({ value: each.practiceId, label: each.name }))}
            value={practiceId}
            onChange={setPracticeId}
            error={asked && practiceId === null ? 'Choose the practice.' : undefined}
          />
          <TextInput
            label="Name of the group"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={asked && name.trim() === '' ? 'Write the name.' : undefined}
          />
        </div>
        {make.trouble ? <TroubleNotice trouble={make.trouble} deed="the group" /> : null}
        <div className={page.buttons}>
          <Button type="submit" variant="default" loading={make.busy}>
            Make it a group
          </Button>
        </div>
      </form>
    </Section>
  )
}
