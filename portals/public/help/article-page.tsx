import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Icon } from '../../design/icon.tsx'
import { LostPage } from '../../design/lost-page.tsx'
import page from '../../design/page.module.css'
import { PublicTop } from '../public-top.tsx'
import { ArticleParts } from './article-parts.tsx'
import { articles, topics } from './articles.ts'
import styles from './help.module.css'

const route = getRouteApi('/help/$slug')

/** One article, and the others of its topic beside it. */
export function ArticlePage() {
  const { slug } = route.useParams()
  const article = articles.find((one) => one.slug === slug)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${article?.title ?? 'Help'}, Evenkeel`
    heading.current?.focus({ preventScroll: true })
  }, [article])
  if (article === undefined) return <LostPage />
  const topic = topics.find((one) => one.topic === article.topic)
  const others = articles.filter((one) => one.topic === article.topic)
  return (
    <div className={styles.help}>
      <PublicTop />
      <div className={styles.reading}>
        <main id="main" tabIndex={-1}>
          <nav className={page.crumbs} aria-label="Breadcrumb">
            <Link to="/help">Help</Link>
            <Icon name="right" small />
            <span>{topic?.name}</span>
          </nav>
          <article className={styles.article}>
            <h1 ref={heading} tabIndex={-1}>
              {article.title}
            </h1>
            <p className={styles.summary}>{article.summary}</p>
            <ArticleParts article={article} />
          </article>
        </main>
        <nav className={styles.beside} aria-label={topic?.name ?? 'More'}>
          <b>{topic?.name}</b>
          <ul>
            {others.map((other) => (
              <li key={other.slug}>
                <Link to="/help/$slug" params={{ slug: other.slug }}>
                  {other.title}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </div>
  )
}
