import { TextInput } from '@mantine/core'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { PublicTop } from '../public-top.tsx'
import type { Article } from './article.ts'
import { articles, searchArticles, topics } from './articles.ts'
import styles from './help.module.css'

const route = getRouteApi('/help')

/** The help: every article by topic, or those that a search finds. */
export function HelpPage() {
  const { q = '' } = route.useSearch()
  const navigate = useNavigate({ from: '/help' })
  useEffect(() => {
    document.title = 'Help, Evenkeel'
  }, [])
  const found = searchArticles(q)
  return (
    <div className={styles.help}>
      <PublicTop />
      <main id="main" tabIndex={-1} className={styles.index}>
        <h1>Help</h1>
        <p className={styles.summary}>
          How we earn and pay, what may be billed, and how groups work. Examples are live.
        </p>
        <TextInput
          type="search"
          label="Search the help"
          placeholder="denied, BlueCard, vacation …"
          value={q}
          onChange={(event) => {
            const words = event.currentTarget.value
            void navigate({ search: words === '' ? {} : { q: words }, replace: true })
          }}
          maw={520}
          mb={32}
        />
        {q.trim() === '' ? <ByTopic /> : <Found found={found} asked={q} />}
      </main>
    </div>
  )
}

function ByTopic() {
  return topics.map(({ topic, name, words }) => (
    <section key={topic} className={styles.topic} aria-labelledby={topic}>
      <div>
        <h2 id={topic}>{name}</h2>
        <p>{words}</p>
      </div>
      <Articles list={articles.filter((article) => article.topic === topic)} />
    </section>
  ))
}

function Found({ found, asked }: { found: readonly Article[]; asked: string }) {
  return (
    <section aria-labelledby="found">
      <h2 id="found" aria-live="polite">
        {found.length === 0
          ? `Nothing about “${asked}”`
          : found.length === 1
            ? 'One article'
            : `${found.length} articles`}
      </h2>
      {found.length === 0 ? <p className={styles.summary}>Try fewer or other words.</p> : <Articles list={found} />}
    </section>
  )
}

function Articles({ list }: { list: readonly Article[] }) {
  return (
    <ul className={styles.articles}>
      {list.map(({ slug, title, summary }) => (
        <li key={slug}>
          <Link to="/help/$slug" params={{ slug }}>
            {title}
          </Link>
          <span>{summary}</span>
        </li>
      ))}
    </ul>
  )
}
