import { Button, Select, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { answerOf, api } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayMoment } from '../design/say-day.ts'
import { PageShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import { useDeed } from '../use-deed.ts'
import { ClientInvitations } from './client-invitations.tsx'
import { type AccessRequests, accessRequestsQuery } from './joining-queries.ts'
import styles from './operations.module.css'
import { PageTrouble } from './page-trouble.tsx'
import { RequestsTabs } from './requests-tabs.tsx'
import { useOperatorClock } from './use-operator-clock.ts'

type Request = AccessRequests['requests'][number]

/** Who asks to work in a practice's office: the practice is found here, and its owner decides. */
export function RequestsPage() {
  const found = useQuery(accessRequestsQuery)
  if (found.error) return <PageTrouble trouble={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <PageShapes />
  const { requests, practices } = found.data
  return (
    <>
      <PageHead name="Requests for access" title="Requests for access" actions={<EnterRequest />}>
        People who treat nobody and ask to run a practice’s office. Find the practice; its owner decides.
      </PageHead>
      <RequestsTabs />
      {requests.length === 0 ? (
        <div className={[page.panel, page.empty].join(' ')}>
          <h2>Nobody asks for access</h2>
          <p>Requests come from client accounts; one that reaches you by phone or mail is entered here.</p>
        </div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1)
        <section className={[page.panel, styles.scroll].join(' ')} aria-label="Requests, table" tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Who asks</th>
                <th scope="col">Practice, in their words</th>
                <th scope="col">Asked</th>
                <th scope="col">Stands</th>
              </tr>
            </thead>
            <tbody>
              {requests.map((request) => (
                <RequestRow key={request.id} request={request} practices={practices} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <div className={page.after}>
        <ClientInvitations />
      </div>
    </>
  )
}

const vias = { client_account: 'From their own account', operator: 'Entered by us' }

function RequestRow({ request, practices }: { request: Request; practices: AccessRequests['practices'] }) {
  const { zone } = useOperatorClock()
  return (
    <tr>
      <th scope="row">
        {request.name}
        <span className={styles.under}>{request.email}</span>
      </th>
      <td>
        {request.practiceTold}
        <span className={styles.under}>{vias[request.via]}</span>
      </td>
      <td className={styles.nowrap}>{sayMoment(request.askedAt, zone)}</td>
      <td>
        {request.state === 'looking_for_practice' ? (
          <LayBefore request={request} practices={practices} />
        ) : (
          sayState(request)
        )}
      </td>
    </tr>
  )
}

function sayState({ state, practiceName }: Request): string {
  if (state === 'waits_for_owner') return `Waits for the owner of ${practiceName}`
  return state === 'approved' ? `Administrator of ${practiceName}` : `Declined by ${practiceName}`
}

function LayBefore({ request, practices }: { request: Request; practices: AccessRequests['practices'] }) {
  const [opened, { open, close }] = useDisclosure(false)
  const [practiceId, setPracticeId] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const lay = useDeed<{ practiceId: string }, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/operations/admin-requests/{requestId}/approvals', {
          params: { path: { requestId: request.id } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    close,
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    if (practiceId !== null) lay.act({ practiceId })
    focusFirstWrong(event.currentTarget)
  }
  return (
    <>
      <Button variant="subtle" onClick={open} aria-label={`Find the practice for ${request.name}`}>
        Find the practice
      </Button>
      <Dialog name={`Find the practice for ${request.name}`} opened={opened} close={close}>
        <form className={page.form} onSubmit={submit} noValidate>
          <p>
            In their words: {request.practiceTold}.{' '}
            {request.hasAccount
              ? `${request.email} is a verified address.`
              : `Nobody with ${request.email} has an account yet: they sign up first, under My portal, Patient portal.`}
          </p>
          <Select
            label="Practice"
            searchable
            data-autofocus
            data={practices.map((each) => ({
              value: each.practiceId,
              label: `${each.name}, owned by ${each.owners.join(' and ')}`,
            }))}
            value={practiceId}
            onChange={setPracticeId}
            error={asked && practiceId === null ? 'Choose the practice.' : undefined}
          />
          {lay.trouble ? <TroubleNotice trouble={lay.trouble} deed="the request" /> : null}
          <div className={page.buttons}>
            <Button type="submit" loading={lay.busy}>
              Lay it before the owner
            </Button>
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}

const nobody = { name: '', email: '', practiceTold: '' }

function EnterRequest() {
  const [opened, { open, close }] = useDisclosure(false)
  const [fields, setFields] = useState(nobody)
  const [asked, setAsked] = useState(false)
  const enter = useDeed<typeof nobody, unknown>(
    (body, key) => answerOf(api.POST('/api/operations/admin-requests', { headers: { 'Idempotency-Key': key }, body })),
    () => {
      setFields(nobody)
      setAsked(false)
      close()
    },
  )
  const lacks = {
    name: fields.name.trim() === '' ? 'Write the name.' : undefined,
    email: /^\S+@\S+\.\S+$/.test(fields.email.trim()) ? undefined : 'Write the e-mail address.',
    practiceTold: fields.practiceTold.trim() === '' ? 'Write which practice they mean.' : undefined,
  }
  const field = (name: keyof typeof nobody) => ({
    value: fields[name],
    error: asked ? lacks[name] : undefined,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) =>
      setFields({ ...fields, [name]: event.currentTarget.value }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    if (Object.values(lacks).every((lack) => lack === undefined)) enter.act(fields)
    focusFirstWrong(event.currentTarget)
  }
  return (
    <>
      <Button onClick={open} leftSection={<Icon name="plus" small />}>
        Enter a request
      </Button>
      <Dialog name="Enter a request" opened={opened} close={close}>
        <form className={page.form} onSubmit={submit} noValidate>
          <TextInput label="Name" data-autofocus {...field('name')} />
          <TextInput type="email" label="E-mail" {...field('email')} />
          <TextInput label="Practice, or its owner’s e-mail" {...field('practiceTold')} />
          {enter.trouble ? <TroubleNotice trouble={enter.trouble} deed="the request" /> : null}
          <div className={page.buttons}>
            <Button type="submit" loading={enter.busy}>
              Enter it
            </Button>
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
