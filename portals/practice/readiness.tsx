import type { Client } from '../contract.ts'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'

const marks = [
  { key: 'insurance', has: 'Insurance verified', lacks: 'Insurance not verified' },
  { key: 'forms', has: 'Forms signed', lacks: 'Forms not signed' },
  { key: 'paymentMethod', has: 'Payment method on file', lacks: 'No payment method' },
  { key: 'email', has: 'E-mail verified', lacks: 'E-mail not verified' },
] as const

/** What is in order for billing this client, as marks with words; only what is missing stands out. */
export function Readiness({ client }: { client: Client }) {
  const known = marks.filter((mark) => client.readiness[mark.key] !== undefined)
  return (
    <div>
      <p>
        <b>{client.planName ?? 'No plan on file'}</b>
      </p>
      <ul className={page.marks} aria-label={`Readiness of ${client.name}`}>
        {known.map((mark) => {
          const has = client.readiness[mark.key]
          return (
            <li key={mark.key} className={has ? undefined : page.lack}>
              <Icon name={has ? 'done' : 'lack'} small />
              {has ? mark.has : mark.lacks}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
