import { type ReactNode, useEffect, useRef } from 'react'
import page from './page.module.css'

/**
 * The page's name and what it says first. It takes the focus when the page arrives, so that a screen reader hears
 * where it is; the window's title names no client.
 */
export function PageHead({
  name,
  title,
  children,
  actions,
}: {
  name: ReactNode
  title: string
  children?: ReactNode
  actions?: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title}, Evenkeel`
  }, [title])
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <div className={page.head}>
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {name}
        </h1>
        {children === undefined ? null : <p>{children}</p>}
      </div>
      {actions === undefined ? null : <div className={page.buttons}>{actions}</div>}
    </div>
  )
}
