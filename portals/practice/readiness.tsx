import type { Readiness as Marks } from '../../business/charges/describe-client.ts'
import type { Client } from '../contract.ts'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'

const marks = [
  { key: 'insurance', has: 'Insurance verified', lacks: 'Insurance not verified' },
  { key: 'forms', has: 'Forms signed', lacks: 'Forms not signed' },
  { key: 'paymentMethod', has: 'Payment method on file', lacks: 'No payment method' },
  { key: 'email', has: 'E-mail verified', lacks: 'E-mail not verified' },
] as const

/** What is known of insurance, in words: only what somebody found active is verified. */
const sayCoverage: Record<Marks['coverage'], string> = {
  active: 'Insurance verified',
  none: 'No insurance on file',
  inactive: 'Insurance not active',
  unverified: 'Insurance not verified yet',
  asked_again: 'Insurance: client is asked',
}

/** What is in order for billing this client, as marks with words; only what is missing stands out. */
export function Readiness({ client }: { client: Client }) {
  return (
    <div>
      <p>
        <b>{client.planName ?? 'No plan on file'}</b>
      </p>
      <ReadinessMarks readiness={client.readiness} name={client.name} />
    </div>
  )
}

/** The marks alone. */
export function ReadinessMarks({ readiness, name }: { readiness: Marks; name: string }) {
  return (
    <ul className={page.marks} aria-label={`Readiness of ${name}`}>
      {marks.map((mark) => (
        <li key={mark.key} className={readiness[mark.key] ? undefined : page.lack}>
          <Icon name={readiness[mark.key] ? 'done' : 'lack'} small />
          {readiness[mark.key] ? mark.has : mark.key === 'insurance' ? sayCoverage[readiness.coverage] : mark.lacks}
        </li>
      ))}
    </ul>
  )
}
