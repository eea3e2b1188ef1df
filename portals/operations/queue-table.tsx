import type { Queue } from '../contract.ts'
import page from '../design/page.module.css'
import { ScrollingPanel } from '../design/scrolling-panel.tsx'
import { Section } from '../design/section.tsx'
import { cellInWords, inWords } from './read-queues.ts'

/** One queue as a table; identifiers that say nothing to a person stay out of it. */
export function QueueTable({ queue }: { queue: Queue }) {
  const keys = [...new Set(queue.rows.flatMap((row) => Object.keys(row)))].filter((key) => !/(^id|Id)$/.test(key))
  return (
    <Section name={queue.words} remark={<p>{queue.count}</p>}>
      <ScrollingPanel name={queue.words}>
        <table className={page.table}>
          <thead>
            <tr>
              {keys.map((key) => (
                <th key={key} scope="col" className={/cents$/i.test(key) ? page.num : undefined}>
                  {inWords(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {queue.rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are only ever replaced as a whole
              <tr key={index}>
                {keys.map((key) => (
                  <td key={key} className={/cents$/i.test(key) ? page.num : undefined}>
                    {cellInWords(key, row[key])}
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
