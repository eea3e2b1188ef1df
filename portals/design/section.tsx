import { type ReactNode, useId } from 'react'
import page from './page.module.css'

/** A part of a page under its own heading, with one remark or link at the end of the heading's line. */
export function Section({
  name,
  remark,
  children,
  className,
  id: anchor,
}: {
  name: string
  /** Where an address with this after its # leads. */
  id?: string
  remark?: ReactNode
  children: ReactNode
  className?: string | undefined
}) {
  const id = useId()
  return (
    <section id={anchor} aria-labelledby={id} className={className}>
      <div className={page.section}>
        <h2 id={id}>{name}</h2>
        {remark}
      </div>
      {children}
    </section>
  )
}
