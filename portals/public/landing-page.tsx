import { useEffect } from 'react'
import { ButtonLink } from '../design/button-link.tsx'
import styles from './public.module.css'
import { PublicTop } from './public-top.tsx'

/** The public door: what Evenkeel does, and the way in. */
export function LandingPage() {
  useEffect(() => {
    document.title = 'Evenkeel: therapy paid on schedule'
  }, [])
  return (
    <div className={styles.public}>
      <PublicTop>
        <ButtonLink to="/sign-in" variant="default">
          Sign in
        </ButtonLink>
      </PublicTop>
      <main id="main" tabIndex={-1}>
        <section className={styles.hero}>
          <h1>Therapists are paid on schedule, whatever the insurer does</h1>
          <div>
            <p>
              Evenkeel holds the contracts with insurers, sends the claims and pays every confirmed session twice a
              month. A denied claim is our loss, not the therapist’s.
            </p>
            <div className={styles.buttons}>
              <ButtonLink to="/sign-in" size="lg">
                Sign in
              </ButtonLink>
            </div>
          </div>
        </section>
        <section className={styles.promise} aria-labelledby="promise">
          <h2 id="promise">One session, start to finish</h2>
          <div className={styles.point}>
            <span>Wed, Apr 8</span>
            <h3>The session happens</h3>
            <p>
              The therapist confirms it the same day. Two days later the claim goes out and the client pays their share.
            </p>
          </div>
          <div className={[styles.point, styles.paid].join(' ')}>
            <span>Thu, Apr 30</span>
            <h3>The therapist is paid</h3>
            <p>
              Sessions confirmed from the 1st to the 15th are paid on the last day of the month, later ones on the 15th.
            </p>
          </div>
          <div className={styles.point}>
            <span>June, July or never</span>
            <h3>The insurer answers</h3>
            <p>It pays, pays less or refuses. The therapist keeps the money in every case.</p>
          </div>
        </section>
      </main>
    </div>
  )
}
