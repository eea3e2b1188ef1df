import { Button } from '@mantine/core'
import { askToSignIn } from '../ask-to-sign-in.ts'
import { Trouble } from '../trouble.ts'
import { Icon } from './icon.tsx'
import styles from './trouble-notice.module.css'

/** Says what failed, that nothing was lost, and what to do. `deed` when something was to be recorded. */
export function TroubleNotice({ trouble, deed, onRetry }: { trouble: Error; deed?: string; onRetry?: () => void }) {
  const problem = trouble instanceof Trouble ? trouble.problem : null
  return (
    <div className={styles.notice} role="alert">
      <Icon name="lack" className={styles.mark} />
      <div>
        <p className={styles.title}>{problem?.detail ?? problem?.title ?? 'This page met an error of its own.'}</p>
        {problem?.because && problem.because.length > 0 ? (
          <ul>
            {problem.because.map((reason) => (
              <li key={`${reason.code}-${reason.field ?? ''}`}>{reason.words}</li>
            ))}
          </ul>
        ) : null}
        <p>{comfort(trouble, deed)}</p>
        {onRetry === undefined ? null : (
          <Button variant="default" onClick={onRetry}>
            Try again
          </Button>
        )}
        {problem?.status === 401 ? <SignInLink onRetry={onRetry} /> : null}
      </div>
    </div>
  )
}

/** Over the page where its frame can ask, so that nothing typed is lost; else the sign-in page. */
function SignInLink({ onRetry }: { onRetry: (() => void) | undefined }) {
  return (
    <a
      href="/sign-in"
      onClick={(event) => {
        event.preventDefault()
        void askToSignIn().then((isIn) => (isIn ? onRetry?.() : location.assign('/sign-in')))
      }}
    >
      Sign in again
    </a>
  )
}

function comfort(trouble: Error, deed: string | undefined): string {
  if (deed === undefined) return 'Nothing was changed or lost.'
  if (trouble instanceof Trouble && trouble.unanswered) {
    return `What you entered is still here. Try again: if ${deed} had arrived already, it is not recorded twice.`
  }
  return `Nothing was recorded, and what you entered is still here. Correct it and try again.`
}
