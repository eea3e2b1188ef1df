import { Button, PasswordInput } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { dateIn, instant } from '../../libraries/calendar/index.ts'
import { ask } from '../api.ts'
import { sayDevice } from '../client/say-device.ts'
import type { Me } from '../contract.ts'
import { houseQuery, meQuery, personasQuery } from '../queries.ts'
import { useDeed } from '../use-deed.ts'
import { BackupCodes } from './backup-codes.tsx'
import { ButtonLink } from './button-link.tsx'
import { Icon } from './icon.tsx'
import styles from './own-security.module.css'
import page from './page.module.css'
import { PasskeysPart } from './passkeys-part.tsx'
import { ReplaceApp } from './replace-app.tsx'
import { sayDay, sayMoment } from './say-day.ts'
import { sayWayIn, type WayIn } from './say-way-in.ts'
import { Section } from './section.tsx'
import { RowShapes } from './shapes.tsx'
import { TroubleNotice } from './trouble-notice.tsx'

/** A signed-in device, as the sign-in library lists it. */
type Device = { id: string; token: string; createdAt: string; userAgent?: string | null; signedInBy?: WayIn | null }

const devicesQuery = queryOptions({
  queryKey: ['devices'],
  queryFn: () => ask<Device[]>('/api/auth/list-sessions'),
})
const ownDeviceQuery = queryOptions({
  queryKey: ['own-device'],
  queryFn: () => ask<{ session: { id: string } } | null>('/api/auth/get-session'),
})

/** How somebody signs in: passkeys, the authenticator app, every device that is signed in as them, and the password. */
export function OwnSecurity({ zone }: { zone: string }) {
  const house = useQuery(houseQuery)
  const me = useQuery(meQuery)
  const isDemonstration = house.data?.mode === 'demonstration'
  const personas = useQuery({ ...personasQuery, enabled: isDemonstration })
  const isPersona = isDemonstration && personas.data?.some(({ id }) => id === me.data?.user.id) === true
  return (
    <>
      <PasskeysPart sayWhen={(moment) => sayDay(dateIn(instant(moment), zone))} />
      {me.data === undefined ? <RowShapes rows={1} /> : <AuthenticatorApp isPersona={isPersona} me={me.data} />}
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

function AuthenticatorApp({ isPersona, me: { factors } }: { isPersona: boolean; me: Me }) {
  return (
    <Section name="Authenticator app">
      <div className={[page.panel, page.pad, page.form].join(' ')}>
        <p>
          {isPersona
            ? 'You entered by a card of the demonstration, so no code is asked for. In production nobody sees a record without a passkey, or a password and a code.'
            : factors.app
              ? 'After your password, a code of the app is asked for. With a passkey it is not.'
              : factors.passkeys > 0
                ? 'Not set up. Your passkey is both factors by itself; an app helps where it is not at hand.'
                : 'Whoever sees other people’s records signs in with a passkey, or with a password and a code of this app.'}
        </p>
        {isPersona || factors.app ? null : (
          <div className={page.buttons}>
            <ButtonLink to="/two-factors" variant="default">
              Set it up
            </ButtonLink>
          </div>
        )}
        {factors.app ? <ReplaceApp /> : null}
        {factors.app ? <BackupCodes /> : null}
      </div>
    </Section>
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
  const name = sayDevice(device.userAgent)
  return (
    <li className={[styles.row].join(' ')}>
      <div>
        <h3>
          {name}
          {own ? ', this one' : ''}
        </h3>
        <p className={styles.detail}>{saySignIn(device, zone)}</p>
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

/** "Signed in by passkey, Wed, Apr 8, 9:12 AM": sessions that began before this was kept say the time alone. */
function saySignIn({ signedInBy, createdAt }: Device, zone: string): string {
  const way = signedInBy == null ? '' : ` ${sayWayIn(signedInBy)},`
  return `Signed in${way} ${sayMoment(instant(createdAt), zone)}, by the server’s own clock.`
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
