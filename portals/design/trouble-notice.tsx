import { Button } from '@mantine/core'
import { askToSignIn } from '../ask-to-sign-in.ts'
import { Trouble } from '../trouble.ts'
import { Icon } from './icon.tsx'
import { type PartWords, usePartWords } from './part-words.ts'
import styles from './trouble-notice.module.css'

/** Says what failed, that nothing was lost, and what to do. `deed` when something was to be recorded. */
export function TroubleNotice({ trouble, deed, onRetry }: { trouble: Error; deed?: string; onRetry?: () => void }) {
  const words = usePartWords()
  const problem = trouble instanceof Trouble ? trouble.problem : null
  const said = problem === null ? null : words.problem(problem)
  return (
    <div className={styles.notice} role="alert">
      <Icon name="lack" className={styles.mark} />
      <div>
        <p className={styles.title}>{said?.head ?? words.pageError}</p>
        {said !== null && said.reasons.length > 0 ? (
          <ul>
            {[...new Set(said.reasons)].map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        ) : null}
        <p>{comfort(words, trouble, deed)}</p>
        {onRetry === undefined ? null : (
          <Button variant="default" onClick={onRetry}>
            {words.tryAgain}
          </Button>
        )}
        {problem?.status === 401 ? <SignInLink onRetry={onRetry} /> : null}
      </div>
    </div>
  )
}

/** Over the page where its frame can ask, so that nothing typed is lost; else the sign-in page. */
function SignInLink({ onRetry }: { onRetry: (() => void) | undefined }) {
  const { signInAgain } = usePartWords()
  return (
    <a
      href="/sign-in"
      onClick={(event) => {
        event.preventDefault()
        void askToSignIn().then((isIn) => (isIn ? onRetry?.() : location.assign('/sign-in')))
      }}
    >
      {signInAgain}
    </a>
  )
}

function comfort(words: PartWords, trouble: Error, deed: string | undefined): string {
  if (deed === undefined) return words.nothingChanged
  if (trouble instanceof Trouble && trouble.unanswered) return words.unanswered(deed)
  return words.nothingRecorded
}
