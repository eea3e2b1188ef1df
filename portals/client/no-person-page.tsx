import { Button } from '@mantine/core'
import { useEffect } from 'react'
import type { Me } from '../contract.ts'
import styles from '../public/public.module.css'
import { PublicTop } from '../public/public-top.tsx'
import { useSignOut } from '../use-sign-out.ts'

/** A login that acts for nobody as a client stands before the portal and is told why. */
export function NoPersonPage({ me }: { me: Me }) {
  const signOut = useSignOut()
  useEffect(() => {
    document.title = 'No client account, Evenkeel'
  }, [])
  return (
    <div className={styles.public}>
      <PublicTop />
      <main id="main" tabIndex={-1} className={[styles.sign, styles.alone].join(' ')}>
        <div>
          <h1>This login has no client account</h1>
          <p>
            You are signed in as {me.user.email}. To see appointments of your own, sign out and sign up as a client with
            the e-mail address that your therapist knows.
          </p>
          <p className={styles.buttons}>
            <Button onClick={() => signOut.act(null)}>Sign out</Button>
          </p>
        </div>
      </main>
    </div>
  )
}
