import { Button, PasswordInput } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { instant } from '../../libraries/calendar/index.ts'
import { ask } from '../api.ts'
import { houseQuery, meQuery } from '../queries.ts'
import { useDeed } from '../use-deed.ts'
import { ButtonLink } from './button-link.tsx'
import { Icon } from './icon.tsx'
import styles from './own-security.module.css'
import page from './page.module.css'
import { sayMoment } from './say-day.ts'
import { Section } from './section.tsx'
import { RowShapes } from './shapes.tsx'
import { TroubleNotice } from './trouble-notice.tsx'

/** A signed-in device, as the sign-in library lists it. */
type Device = { id: string; token: string; createdAt: string; updatedAt: string; userAgent?: string | null }

const devicesQuery = queryOptions({
  queryKey: ['devices'],
  queryFn: () => ask<Device[]>('/api/auth/list-sessions'),
})
const ownDeviceQuery = queryOptions({
  queryKey: ['own-device'],
  queryFn: () => ask<{ session: { id: string } } | null>('/api/auth/get-session'),
})

/** How somebody signs in: the second factor, every device that is signed in as them, and the password. */
export function OwnSecurity({ zone }: { zone: string }) {
  const house = useQuery(houseQuery)
  const me = useQuery(meQuery)
  const isPersona = house.data?.mode === 'demonstration' && me.data?.twoFactors === 'not_needed'
  return (
    <>
      <TwoFactors isPersona={isPersona} isOn={me.data?.twoFactors === 'on'} />
      <Devices zone={zone} />
      {isPersona ? (
        <Section name="Password">
          <p className={styles.sub}>
            In the demonstration you enter by a card, so there is no password to change. With your own login it stands
            here.
          </p>
        </Section>
      ) : (
        <Password />
      )}
    </>
  )
}

function TwoFactors({ isPersona, isOn }: { isPersona: boolean; isOn: boolean }) {
  return (
    <Section name="Second factor">
      <div className={[page.panel, page.pad, page.form].join(' ')}>
        <p>
          {isPersona
            ? 'You entered by a card of the demonstration, so none is asked. In production nobody sees a record without one.'
            : isOn
              ? 'An authenticator app is asked for at each sign-in.'
              : 'Whoever sees other people’s records signs in with an authenticator app.'}
        </p>
        {isOn ? <BackupCodes /> : null}
        {isPersona || isOn ? null : (
          <div className={page.buttons}>
            <ButtonLink to="/two-factors">Set it up</ButtonLink>
          </div>
        )}
      </div>
    </Section>
  )
}

function BackupCodes() {
  const [password, setPassword] = useState('')
  const make = useDeed<{ password: string }, { backupCodes: string[] }>(
    (body, key) => ask('/api/auth/two-factor/generate-backup-codes', { body, key }),
    () => setPassword(''),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password !== '') make.act({ password })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <PasswordInput
        label="Password, for new backup codes"
        description="The codes that you have on paper count no more."
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {make.trouble ? <TroubleNotice trouble={make.trouble} deed="the codes" /> : null}
      {make.answer ? (
        <ul className={styles.codes} aria-label="Backup codes">
          {make.answer.backupCodes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      ) : null}
      <div className={page.buttons}>
        <Button type="submit" variant="default" loading={make.busy}>
          Make new codes
        </Button>
      </div>
    </form>
  )
}

function Devices({ zone }: { zone: string }) {
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
            <DeviceRow key={device.id} device={device} own={device.id === own.data?.session.id} zone={zone} />
          ))}
        </ul>
      ) : (
        <RowShapes rows={1} />
      )}
      {signOutOthers.trouble ? <TroubleNotice trouble={signOutOthers.trouble} deed="it" /> : null}
    </Section>
  )
}

function DeviceRow({ device, own, zone }: { device: Device; own: boolean; zone: string }) {
  const signOut = useDeed<{ token: string }, unknown>((body, key) => ask('/api/auth/revoke-session', { body, key }))
  const name = sayDevice(device.userAgent ?? '')
  return (
    <li className={[styles.row].join(' ')}>
      <div>
        <h3>
          {name}
          {own ? ', this one' : ''}
        </h3>
        <p className={styles.detail}>Signed in {sayMoment(instant(device.createdAt), zone)}, by its own clock.</p>
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
