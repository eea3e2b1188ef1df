import type { ReactNode } from 'react'
import page from './page.module.css'

/** Holds what may be wider than the window; it can be focused, so that the keyboard scrolls it too. */
export function ScrollingPanel({ name, children }: { name: string; children: ReactNode }) {
  const classes = [page.panel, page.pad, page.scroll].join(' ')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1)
    <section className={classes} aria-label={`${name}, table`} tabIndex={0}>
      {children}
    </section>
  )
}
