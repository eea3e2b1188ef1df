import { Button } from '@mantine/core'
import { useEffect } from 'react'
import type { Me } from '../contract.ts'
import styles from '../public/public.module.css'
import { PublicTop } from '../public/public-top.tsx'
import { useSignOut } from '../use-sign-out.ts'
import { useWords } from './messages.ts'
import { shellWords } from './shell-words.ts'

/** A login that acts for nobody as a client stands before the portal and is told why. */
export function NoPersonPage({ me }: { me: Me }) {
  const signOut = useSignOut()
  const say = useWords(shellWords)
  const title = say('nobodyTitle')
  useEffect(() => {
    document.title = `${title}, Evenkeel`
  }, [title])
  return (
    <div className={styles.public}>
      <PublicTop />
      <main id="main" tabIndex={-1} className={[styles.sign, styles.alone].join(' ')}>
        <div>
          <h1>{title}</h1>
          <p>{say('nobody', { email: me.user.email })}</p>
          <p className={styles.buttons}>
            <Button onClick={() => signOut.act(null)}>{say('signOut')}</Button>
          </p>
        </div>
      </main>
    </div>
  )
}
