import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../api.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { useSignOut } from '../use-sign-out.ts'
import { devicesQuery } from './account-queries.ts'
import { accountWords } from './account-words.ts'
import styles from './client-part.module.css'
import { useLanguage, useWords } from './messages.ts'
import { sayDevice } from './say-device.ts'

/** Where this login is signed in, and the way to end it there or everywhere. */
export function DevicesPart() {
  const devices = useQuery(devicesQuery)
  const say = useWords(accountWords)
  const language = useLanguage()
  const signOut = useSignOut()
  const end = useDeed<{ token: string }, unknown>((body, key) => ask('/api/auth/revoke-session', { body, key }))
  const endAll = useDeed<null, unknown>(
    (_, key) => ask('/api/auth/revoke-other-sessions', { body: {}, key }),
    () => signOut.act(null),
  )
  if (devices.error) return <TroubleNotice trouble={devices.error} onRetry={() => void devices.refetch()} />
  if (devices.data === undefined) return <RowShapes rows={2} />
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-US' : 'es-US', {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  return (
    <div className={styles.panel}>
      {end.trouble ? <TroubleNotice trouble={end.trouble} /> : null}
      <ul className={styles.rows}>
        {devices.data.map((device) => (
          <li key={device.id}>
            <div>
              <b>
                {device.isThis
                  ? say('thisDevice', { device: sayDevice(device.userAgent, language) })
                  : sayDevice(device.userAgent, language)}
              </b>
              <span>
                {say('signedInAt', { moment: format.format(new Date(device.createdAt)) })}
                {device.signedInBy == null ? '' : ` ${say(`way_${device.signedInBy}`)}`}
              </span>
            </div>
            {device.isThis ? null : (
              <Button
                variant="subtle"
                aria-label={say('signOutDevice', { device: sayDevice(device.userAgent, language) })}
                onClick={() => end.act({ token: device.token })}
              >
                {say('signOut')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button variant="default" loading={endAll.busy} onClick={() => endAll.act(null)}>
          {say('signOutAll')}
        </Button>
      </div>
    </div>
  )
}
