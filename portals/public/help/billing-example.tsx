import { Button, Checkbox, NativeSelect, Radio } from '@mantine/core'
import { useId, useState } from 'react'
import type { Answer, Outcome } from '../../../business/coverage/answer.ts'
import { decideBillingRoute } from '../../../business/coverage/decide-billing-route.ts'
import { explainReason, explainRemedy } from '../../../business/coverage/explain-reason.ts'
import { explainStep } from '../../../business/coverage/explain-step.ts'
import { notAskedWords } from '../../../business/coverage/trace-decision.ts'
import { Icon } from '../../design/icon.tsx'
import type { BillingExample as Example } from './article.ts'
import {
  credentialChoices,
  type Draft,
  draftOf,
  factsOfDraft,
  licenseChoices,
  places,
  plans,
} from './billing-choices.ts'
import styles from './help.module.css'

/** The billing decision itself, with facts that the reader may change. */
export function BillingExample({ example }: { example: Example }) {
  const [draft, setDraft] = useState(() => draftOf(example))
  const id = useId()
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  return (
    <section className={styles.example} aria-labelledby={id}>
      <h3 id={id}>Try it: {example.name}</h3>
      <p className={styles.story}>{example.story}</p>
      <div className={styles.fields}>
        <NativeSelect
          label="The client is in"
          data={[...places]}
          value={draft.client}
          onChange={(event) => change({ client: event.currentTarget.value })}
        />
        <NativeSelect
          label="The client’s plan"
          data={[...plans]}
          value={draft.plan}
          onChange={(event) => change({ plan: event.currentTarget.value })}
        />
      </div>
      <div className={styles.fields}>
        <Checks
          label="You are licensed in"
          choices={licenseChoices(draft, example)}
          chosen={draft.licensed}
          onChange={(licensed) => change({ licensed })}
        />
        <Checks
          label="You are credentialed with"
          choices={credentialChoices(draft, example)}
          chosen={draft.credentialed}
          onChange={(credentialed) => change({ credentialed })}
        />
      </div>
      {example.facts.crisis === undefined ? null : <Crisis draft={draft} change={change} />}
      <Decided answer={decideBillingRoute(factsOfDraft(draft), { trace: true })} />
      <Button variant="subtle" onClick={() => setDraft(draftOf(example))}>
        As it was
      </Button>
    </section>
  )
}

function Checks({
  label,
  choices,
  chosen,
  onChange,
}: {
  label: string
  choices: { value: string; label: string }[]
  chosen: string[]
  onChange: (chosen: string[]) => void
}) {
  return (
    <Checkbox.Group label={label} value={chosen} onChange={onChange}>
      <div className={styles.checks}>
        {choices.map((choice) => (
          <Checkbox key={choice.value} value={choice.value} label={choice.label} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

const sessions: { value: Draft['crisis']; label: string }[] = [
  { value: 'none', label: 'is an ordinary one' },
  { value: 'untold', label: 'is a crisis, billed with 90839' },
  { value: 'told', label: 'is a crisis, and the note says what it was and how it was resolved' },
]

function Crisis({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  return (
    <Radio.Group
      label="The session"
      value={draft.crisis}
      onChange={(crisis) => change({ crisis: crisis as Draft['crisis'] })}
    >
      <div className={styles.checks}>
        {sessions.map((choice) => (
          <Radio key={choice.value} value={choice.value} label={choice.label} />
        ))}
      </div>
    </Radio.Group>
  )
}

const leads: Record<Outcome, string> = {
  billable: 'You can bill this session.',
  billable_held: 'You can bill this session; the claim waits for the insurer.',
  needs_information: 'Something must be known first.',
  not_billable: 'You cannot bill this session.',
}

function Decided({ answer }: { answer: Answer }) {
  const isYes = answer.outcome === 'billable' || answer.outcome === 'billable_held'
  return (
    <div className={[styles.answer, isYes ? styles.yes : styles.not].join(' ')}>
      <div aria-live="polite">
        <p className={styles.lead}>
          <Icon name={isYes ? 'check' : 'lack'} />
          {leads[answer.outcome]}
        </p>
        <p>{answer.because.map(explainReason).join(' ')}</p>
        {answer.remedies.length === 0 ? null : (
          <>
            <p className={styles.what}>What would change it:</p>
            <ul className={styles.list}>
              {answer.remedies.map((remedy) => (
                <li key={JSON.stringify(remedy)}>{explainRemedy(remedy)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      <details>
        <summary>Every rule that was asked</summary>
        <ol className={styles.rules}>
          {(answer.trace ?? [])
            .filter(({ found }) => found !== notAskedWords)
            .map(explainStep)
            .map(({ rule, asked, found, source }) => (
              <li key={rule}>
                <b>{asked}</b>
                <span>{found}</span>
                <span className={styles.source}>Source: {source}</span>
              </li>
            ))}
        </ol>
      </details>
    </div>
  )
}
