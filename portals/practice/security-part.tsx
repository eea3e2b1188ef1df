import { Button, PasswordInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { instant } from '../../libraries/calendar/index.ts'
import { ask } from '../api.ts'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { sayMoment } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { houseQuery } from '../queries.ts'
import { useDeed } from '../use-deed.ts'
import { OperatorLooks } from './operator-looks.tsx'
import type { Place } from './practice-place.ts'
import { type Device, devicesQuery, ownDeviceQuery } from './practice-queries.ts'
import rows from './rows.module.css'

/** The password, and every device that is signed in as this person. */
export function SecurityPart({ place }: { place: Place }) {
  const house = useQuery(houseQuery)
  return (
    <div className={page.stack}>
      <Devices place={place} />
      <OperatorLooks place={place} />
      {house.data?.mode === 'demonstration' ? (
        <Section name="Password">
          <p className={rows.sub}>
            In the demonstration you enter by a card, so there is no password to change. With your own login it stands
            here.
          </p>
        </Section>
      ) : (
        <Password />
      )}
    </div>
  )
}

function Devices({ place }: { place: Place }) {
  const devices = useQuery(devicesQuery)
  const own = useQuery(ownDeviceQuery)
  const others = (devices.data ?? []).filter(({ id }) => id !== own.data?.session.id)
  const signOutOthers = useDeed<null, unknown>((_, key) => ask('/api/auth/revoke-other-sessions', { body: {}, key }))
  const trouble = devices.error ?? own.error
  return (
    <Section
      name="Signed-in devices"
      remark={
        others.length > 0 ? (
          <Button variant="default" loading={signOutOthers.busy} onClick={() => signOutOthers.act(null)}>
            Sign out all others
          </Button>
        ) : undefined
      }
    >
      {trouble ? (
        <TroubleNotice trouble={trouble} onRetry={() => void Promise.all([devices.refetch(), own.refetch()])} />
      ) : devices.data && own.data !== undefined ? (
        <ul className={page.panel} aria-label="Signed-in devices">
          {devices.data.map((device) => (
            <DeviceRow key={device.id} device={device} own={device.id === own.data?.session.id} place={place} />
          ))}
        </ul>
      ) : (
        <RowShapes rows={1} />
      )}
      {signOutOthers.trouble ? <TroubleNotice trouble={signOutOthers.trouble} deed="it" /> : null}
    </Section>
  )
}

function DeviceRow({ device, own, place }: { device: Device; own: boolean; place: Place }) {
  const signOut = useDeed<{ token: string }, unknown>((body, key) => ask('/api/auth/revoke-session', { body, key }))
  const name = sayDevice(device.userAgent ?? '')
  return (
    <li className={[rows.row, rows.ended].join(' ')}>
      <div>
        <h3>
          {name}
          {own ? ', this one' : ''}
        </h3>
        <p className={rows.detail}>Signed in {sayMoment(instant(device.createdAt), place.zone)}, by its own clock.</p>
        {signOut.trouble ? <TroubleNotice trouble={signOut.trouble} deed="it" /> : null}
      </div>
      {own ? (
        <Icon name="check" />
      ) : (
        <Button
          variant="subtle"
          loading={signOut.busy}
          onClick={() => signOut.act({ token: device.token })}
          aria-label={`Sign out ${name}`}
        >
          Sign out
        </Button>
      )}
    </li>
  )
}

/** "Firefox on Windows": as much as a browser says of itself. */
function sayDevice(agent: string): string {
  const browser = ['Edg', 'Firefox', 'Chrome', 'Safari'].find((name) => agent.includes(name))
  const system = ['iPhone', 'iPad', 'Android', 'Windows', 'Mac', 'Linux'].find((name) => agent.includes(name))
  if (browser === undefined) return 'A device'
  return `${browser === 'Edg' ? 'Edge' : browser}${system === undefined ? '' : ` on ${system}`}`
}

function Password() {
  const [current, setCurrent] = useState('')
  const [wanted, setWanted] = useState('')
  const [asked, setAsked] = useState(false)
  const [done, setDone] = useState(false)
  const change = useDeed<{ currentPassword: string; newPassword: string; revokeOtherSessions: true }, unknown>(
    (body, key) => ask('/api/auth/change-password', { body, key }),
    () => {
      setCurrent('')
      setWanted('')
      setAsked(false)
      setDone(true)
    },
  )
  const tooShort = wanted.length < 12
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    setDone(false)
    if (!tooShort && current !== '') {
      change.act({ currentPassword: current, newPassword: wanted, revokeOtherSessions: true })
    }
  }
  return (
    <Section name="Password">
      <form className={[page.panel, page.pad, page.form].join(' ')} onSubmit={submit} noValidate>
        <div className={page.two}>
          <PasswordInput
            label="Current password"
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            error={asked && current === '' ? 'Write the password that you use now.' : undefined}
          />
          <PasswordInput
            label="New password"
            autoComplete="new-password"
            description="Twelve letters or more; every other device is signed out."
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
            error={asked && tooShort ? 'At least twelve letters.' : undefined}
          />
        </div>
        {change.trouble ? <TroubleNotice trouble={change.trouble} deed="the password" /> : null}
        <Button type="submit" variant="default" loading={change.busy}>
          Change password
        </Button>
        <p role="status">{done ? 'Your password is changed.' : ''}</p>
      </form>
    </Section>
  )
}
