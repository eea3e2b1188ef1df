import { Skeleton } from '@mantine/core'
import page from './page.module.css'
import { usePartWords } from './part-words.ts'

/** The shape of a list that is on its way: as many rows as usually come. */
export function RowShapes({ rows = 3 }: { rows?: number }) {
  const words = usePartWords()
  return (
    <div className={page.panel} role="status" aria-busy="true" aria-label={words.loading}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
        <div key={row} className={page.pad}>
          <Skeleton height={16} width="38%" radius="sm" mb={8} />
          <Skeleton height={14} width="62%" radius="sm" />
        </div>
      ))}
    </div>
  )
}

/** The shape of a whole page: its heading and two panels. */
export function PageShapes() {
  const words = usePartWords()
  return (
    <div role="status" aria-busy="true" aria-label={words.loading}>
      <Skeleton height={32} width="44%" radius="sm" mb={12} />
      <Skeleton height={16} width="60%" radius="sm" mb={32} />
      <Skeleton height={200} radius="md" mb={40} />
      <Skeleton height={260} radius="md" />
    </div>
  )
}
