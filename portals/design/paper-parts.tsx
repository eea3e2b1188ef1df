import { useId } from 'react'
import type { Paper, Part, Table } from '../../libraries/paper/paper.ts'
import { Icon } from './icon.tsx'
import page from './page.module.css'
import styles from './paper-parts.module.css'

type Chapter = { heading: string | null; parts: Exclude<Part, { kind: 'heading' }>[] }

/** A document on a page: the same parts in the same order as in its PDF and its text. */
export function PaperParts({ paper }: { paper: Paper }) {
  return (
    <div className={styles.paper}>
      {chaptersOf(paper).map((chapter, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the chapters of a document do not change places
        <ChapterParts key={at} chapter={chapter} />
      ))}
    </div>
  )
}

function chaptersOf(paper: Paper): Chapter[] {
  const chapters: Chapter[] = [{ heading: null, parts: [] }]
  for (const part of paper.parts) {
    if (part.kind === 'heading') chapters.push({ heading: part.text, parts: [] })
    else chapters.at(-1)?.parts.push(part)
  }
  return chapters.filter(({ heading, parts }) => heading !== null || parts.length > 0)
}

function ChapterParts({ chapter: { heading, parts } }: { chapter: Chapter }) {
  const id = useId()
  const name = heading ?? 'In short'
  return (
    <section {...(heading === null ? { 'aria-label': name } : { 'aria-labelledby': id })} className={styles.chapter}>
      {heading === null ? null : <h2 id={id}>{heading}</h2>}
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a document do not change places
        <OnePart key={at} part={part} name={name} />
      ))}
    </section>
  )
}

function OnePart({ part, name }: { part: Chapter['parts'][number]; name: string }) {
  switch (part.kind) {
    case 'text':
      return <p className={styles.text}>{part.text}</p>
    case 'note':
      return (
        <p className={styles.note}>
          <Icon name="doc" small />
          {part.text}
        </p>
      )
    case 'facts':
      return (
        <dl className={styles.facts}>
          {part.rows.map((row) => (
            <div key={`${row.name} ${row.value}`}>
              <dt>{row.name}</dt>
              <dd>{row.value}</dd>
            </div>
          ))}
        </dl>
      )
    case 'table':
      return <PaperTable table={part} name={name} />
  }
}

/** Scrolls by itself where it is wider than the page, and can be focused for that. */
function PaperTable({ table: { columns, rows, totals }, name }: { table: Table; name: string }) {
  const side = (at: number) => (columns[at]?.align === 'right' ? { className: page.num } : {})
  const classes = [styles.table, columns.length > 3 ? styles.broad : ''].join(' ')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1)
    <section className={classes} aria-label={`${name}, table`} tabIndex={0}>
      <table className={page.table}>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={column.name} scope="col" {...side(at)}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows, ...(totals ? [totals] : [])].map((row, number) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a document do not change places
            <tr key={number} className={totals && number === rows.length ? page.sum : undefined}>
              {row.map((cell, at) => (
                <td key={columns[at]?.name} {...side(at)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
