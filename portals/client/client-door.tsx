import { useEffect } from 'react'
import styles from '../public/public.module.css'
import { PublicTop } from '../public/public-top.tsx'

/** The clients' door: it says what will be behind it. */
export function ClientDoor() {
  useEffect(() => {
    document.title = 'For clients, Evenkeel'
  }, [])
  return (
    <div className={styles.public}>
      <PublicTop />
      <main id="main" tabIndex={-1} className={[styles.sign, styles.alone].join(' ')}>
        <div>
          <h1>For clients</h1>
          <p>
            This door opens soon. You will see your appointments with what each one costs you and why, your insurance,
            and what became of every claim.
          </p>
          <p className={styles.buttons}>
            <a href="/">What Evenkeel does</a>
          </p>
        </div>
      </main>
    </div>
  )
}
