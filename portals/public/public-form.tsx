import { type FormEvent, type ReactNode, useEffect } from 'react'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import { Trouble } from '../trouble.ts'
import styles from './public.module.css'
import { PublicTop } from './public-top.tsx'

/** A public page with one thing to do on it, in a column of its own. */
export function PublicForm({ name, intro, children }: { name: string; intro?: ReactNode; children?: ReactNode }) {
  useEffect(() => {
    document.title = `${name}, Evenkeel`
  }, [name])
  return (
    <div className={styles.public}>
      <PublicTop />
      <main id="main" tabIndex={-1} className={[styles.sign, styles.alone].join(' ')}>
        <div>
          <h1>{name}</h1>
          {intro === undefined ? null : <p className={styles.intro}>{intro}</p>}
          {children}
        </div>
      </main>
    </div>
  )
}

/** Hands a form's submission over without leaving the page; what is wrong then takes the focus. */
export function whenSent(deed: () => void) {
  return (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    deed()
    focusFirstWrong(event.currentTarget)
  }
}

/** What the server said about one field of what was sent; undefined where it said nothing. */
export function wordsAbout(trouble: Error | null, field: string): string | undefined {
  if (!(trouble instanceof Trouble)) return undefined
  return trouble.problem.because?.find((reason) => reason.field === `body.${field}` || reason.field === field)?.words
}

/** The secret part of a letter's link: it stands behind # so that no server and no other site sees it. */
export function tokenOfLink(): string {
  return location.hash.slice(1)
}
