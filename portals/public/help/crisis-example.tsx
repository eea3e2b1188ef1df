import { Button, Textarea } from '@mantine/core'
import { useId, useState } from 'react'
import { decideBillingRoute } from '../../../business/coverage/decide-billing-route.ts'
import { explainReason } from '../../../business/coverage/explain-reason.ts'
import { factsOf } from '../../../business/coverage/facts-of.ts'
import {
  type CrisisRecord,
  checkCrisisRecord,
  composeCrisis,
  crisisPrompts,
} from '../../../business/sessions/check-crisis-record.ts'
import { Icon } from '../../design/icon.tsx'
import styles from './help.module.css'

const asItWas: CrisisRecord = {
  risk: 'Called from a hotel in Miami and said that she would not live through the night; pills at hand.',
  intervention: 'n/a',
  people: 'Her brother, who is with her now',
  disposition: 'Stays with her brother; we meet tomorrow at nine, and she has the crisis line’s number.',
}

/** The record of a crisis, checked by the rule that a confirmation is checked by, and the decision that rests on it. */
export function CrisisExample() {
  const [record, setRecord] = useState(asItWas)
  const id = useId()
  const faults = checkCrisisRecord(record)
  const crisis = { codes: ['90839'], ...composeCrisis(record) }
  const away = { client: 'FL', plan: 'aetna', licensed: 'NJ', credentialed: 'aetna NJ', crisis }
  const { outcome, because } = decideBillingRoute(factsOf('example', away))
  const isYes = outcome === 'billable'
  return (
    <section className={styles.example} aria-labelledby={id}>
      <h3 id={id}>Try it: what a record must say</h3>
      <p className={styles.story}>Licensed and credentialed with Aetna in New Jersey; the client is in Florida.</p>
      {crisisPrompts.map(({ prompt, asks }) => (
        <Textarea
          key={prompt}
          label={asks}
          autosize
          minRows={2}
          value={record[prompt]}
          onChange={(event) => setRecord({ ...record, [prompt]: event.currentTarget.value })}
          error={faults.find((fault) => fault.prompt === prompt)?.words}
        />
      ))}
      <div className={[styles.answer, isYes ? styles.yes : styles.not].join(' ')} aria-live="polite">
        <p className={styles.lead}>
          <Icon name={isYes ? 'check' : 'lack'} />
          {isYes ? 'You can bill this session.' : 'Something must be written first.'}
        </p>
        <p>{because.slice(0, 1).map(explainReason).join(' ')}</p>
      </div>
      <Button variant="subtle" onClick={() => setRecord(asItWas)}>
        As it was
      </Button>
    </section>
  )
}
