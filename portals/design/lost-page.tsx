import { useEffect, useState } from 'react'
import { noAnswer, Trouble } from '../trouble.ts'
import styles from './lost-page.module.css'
import { TroubleNotice } from './trouble-notice.tsx'

/** Where an address leads nowhere, or a page could not be made. */
export function LostPage({ error }: { error?: Error | undefined }) {
  const away = error !== undefined && isAway(error)
  const isWaiting = useReturn(away)
  return (
    <main className={styles.lost} id="main">
      <h1>{error ? 'This page could not be shown' : 'There is no such page'}</h1>
      {error ? (
        <TroubleNotice trouble={away ? noAnswer() : error} onRetry={() => location.reload()} />
      ) : (
        <p>The address may be old or mistyped. Nothing of yours is lost.</p>
      )}
      <p role="status">{isWaiting ? 'The page opens by itself as soon as the server answers.' : ''}</p>
      <p>
        <a href="/practice">Go to your practice</a>
      </p>
    </main>
  )
}

/** No answer of the server, or none to the question for the page's own code, which browsers tell as their own error. */
function isAway(error: Error): boolean {
  if (error instanceof Trouble) return error.problem.code === 'no_answer'
  return /dynamically imported module|module script failed/i.test(error.message)
}

const everyMs = 1000

/** Whether the server is really away; once it has answered again the page is opened anew. */
function useReturn(mayBeAway: boolean): boolean {
  const [isAwayNow, setIsAwayNow] = useState(false)
  useEffect(() => {
    if (!mayBeAway) return
    let wasAway = false
    const asking = setInterval(async () => {
      const answers = await fetch('/api/house').then(
        ({ ok }) => ok,
        () => false,
      )
      // Only what came back is opened anew: a page that fails while the server answers would begin for ever.
      if (answers && wasAway) location.reload()
      wasAway = !answers
      setIsAwayNow(wasAway)
    }, everyMs)
    return () => clearInterval(asking)
  }, [mayBeAway])
  return isAwayNow
}
