import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { type Cents, formatCents, negate } from '../../../libraries/money/index.ts'
import { type Part, WhereTheMoneyGoes } from '../../design/where-the-money-goes.tsx'
import styles from './help.module.css'
import { readAmount } from './read-amount.ts'
import { type Session, shareOfSession } from './share-of-session.ts'

type Draft = { contract: string; rate: string; client: string; insurer: Session['insurer'] }

const usual: Draft = { contract: '150.00', rate: '118.00', client: '25.00', insurer: 'pays' }
const weak: Draft = { contract: '104.00', rate: '118.00', client: '25.00', insurer: 'pays' }

/** How a session's money divides, with rates of the reader's own: made by the postings that real sessions get. */
export function ShareExample() {
  const [draft, setDraft] = useState(usual)
  const id = useId()
  const field = (name: 'contract' | 'rate' | 'client', label: string) => (
    <TextInput
      label={label}
      inputMode="decimal"
      leftSection="$"
      value={draft[name]}
      onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
      error={readAmount(draft[name]) === null ? 'An amount, such as 118.00' : undefined}
    />
  )
  return (
    <section className={styles.example} aria-labelledby={id}>
      <h3 id={id}>Try it: who gets what of a session?</h3>
      <div className={styles.three}>
        {field('rate', 'Your rate, set first')}
        {field('contract', 'The contract with the insurer')}
        {field('client', 'Of which the client pays')}
      </div>
      <div className={styles.choices}>
        <SegmentedControl
          aria-label="What the insurer does"
          data={[
            { value: 'pays', label: 'The insurer pays' },
            { value: 'denies', label: 'The insurer denies' },
          ]}
          value={draft.insurer}
          onChange={(insurer) => setDraft({ ...draft, insurer: insurer as Session['insurer'] })}
        />
        <Button variant="subtle" onClick={() => setDraft({ ...weak, insurer: draft.insurer })}>
          A weak contract
        </Button>
        <Button variant="subtle" onClick={() => setDraft(usual)}>
          As it was
        </Button>
      </div>
      <div className={styles.answer} aria-live="polite">
        <Shared draft={draft} />
      </div>
    </section>
  )
}

function Shared({ draft }: { draft: Draft }) {
  const [contract, rate, client] = [readAmount(draft.contract), readAmount(draft.rate), readAmount(draft.client)]
  if (contract === null || rate === null || client === null) return <p>Write three amounts.</p>
  if (client > contract) return <p>A client never pays more than the contract says.</p>
  const money = shareOfSession({ contract, rate, client, insurer: draft.insurer })
  const added = money.operatorKeptCents < 0 ? negate(money.operatorKeptCents) : (0 as Cents)
  const kept = money.operatorKeptCents > 0 ? money.operatorKeptCents : (0 as Cents)
  return (
    <>
      <p className={styles.lead}>
        You get {formatCents(rate)}. {sayOurs(kept, added)}
      </p>
      <WhereTheMoneyGoes
        from={[
          part('payer', 'The insurer', money.payerPaidCents, 'pays'),
          part('client', 'The client', money.clientPaidCents, 'pays'),
          part('operator', 'Evenkeel adds', added, 'our loss, not yours'),
        ]}
        to={[part('practice', 'Your pay', rate, 'on your payday'), part('operator', 'Evenkeel keeps', kept, 'kept')]}
      />
    </>
  )
}

function sayOurs(kept: Cents, added: Cents): string {
  if (added > 0) return `We add ${formatCents(added)}, and your pay stays the same.`
  return kept > 0 ? `We keep ${formatCents(kept)}, what is left after your rate.` : 'We keep nothing.'
}

function part(name: Part['part'], words: string, cents: Cents, remark: string): Part {
  return { part: name, name: words, cents, state: 'moved', remark }
}
