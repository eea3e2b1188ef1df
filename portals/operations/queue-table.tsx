import page from '../design/page.module.css'
import { ScrollingPanel } from '../design/scrolling-panel.tsx'
import { Section } from '../design/section.tsx'
import { isDay, type QueueShown, sayCell } from './read-queues.ts'

/** One queue as a table. */
export function QueueTable({ queue }: { queue: QueueShown }) {
  return (
    <Section name={queue.name} remark={<p>{queue.count}</p>}>
      <ScrollingPanel name={queue.name}>
        <table className={page.table}>
          <thead>
            <tr>
              {queue.columns.map(({ key, name, money }) => (
                <th key={key} scope="col" className={money ? page.num : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {queue.rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are only ever replaced as a whole
              <tr key={index}>
                {queue.columns.map((column) => (
                  <td
                    key={column.key}
                    className={column.money ? page.num : isDay(row[column.key]) ? page.day : undefined}
                  >
                    {sayCell(column, row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollingPanel>
    </Section>
  )
}
