import styles from './lost-page.module.css'
import { TroubleNotice } from './trouble-notice.tsx'

/** Where an address leads nowhere, or a page could not be made. */
export function LostPage({ error }: { error?: Error | undefined }) {
  return (
    <main className={styles.lost} id="main">
      <h1>{error ? 'This page could not be shown' : 'There is no such page'}</h1>
      {error ? (
        <TroubleNotice trouble={error} onRetry={() => location.reload()} />
      ) : (
        <p>The address may be old or mistyped. Nothing of yours is lost.</p>
      )}
      <p>
        <a href="/practice">Go to your practice</a>
      </p>
    </main>
  )
}
