import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import styles from './operations.module.css'

/** What a change would do, told before it is made; or why it may not be. */
export function Preview({ preview }: { preview: { words: string[]; refusal: string | null } | undefined }) {
  return (
    <div aria-live="polite">
      {preview === undefined ? (
        <p className={page.quiet}>Choose a day to see what it changes.</p>
      ) : preview.refusal === null ? (
        <ul className={styles.preview}>
          {preview.words.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      ) : (
        <p className={[page.hint, page.no].join(' ')}>
          <Icon name="lack" small />
          {preview.refusal}
        </p>
      )}
    </div>
  )
}
