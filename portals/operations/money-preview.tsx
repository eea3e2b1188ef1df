import type { MoneyPreview } from '../../business/operations/client-money.ts'
import { formatCents } from '../../libraries/money/index.ts'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import styles from './operations.module.css'

/** What a deed on a client's money would do: in words, and the postings of both books; or why it may not be. */
export function MoneyPreviewPart({ preview, first }: { preview: MoneyPreview | undefined; first: string }) {
  return (
    <div aria-live="polite">
      {preview === undefined ? (
        <p className={page.quiet}>{first}</p>
      ) : preview.refusal === null ? (
        <>
          <ul className={styles.preview}>
            {preview.words.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <Planned postings={preview.postings} />
        </>
      ) : (
        <p className={[page.hint, page.no].join(' ')}>
          <Icon name="lack" small />
          {preview.refusal}
        </p>
      )}
    </div>
  )
}

function Planned({ postings }: Pick<MoneyPreview, 'postings'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1)
    <section className={styles.scroll} aria-label="What would be posted, table" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Book</th>
            <th scope="col">From account</th>
            <th scope="col">To account</th>
            <th scope="col" className={styles.num}>
              Amount
            </th>
          </tr>
        </thead>
        <tbody>
          {postings.flatMap(({ book, transfers }) =>
            transfers.map(({ debit, credit, cents }) => (
              <tr key={`${book} ${debit.kind} ${credit.kind}`}>
                <td>{book}</td>
                <td>{debit.name}</td>
                <td>{credit.name}</td>
                <td className={styles.num}>{formatCents(cents)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  )
}
