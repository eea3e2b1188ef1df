import { Textarea } from '@mantine/core'
import { type Ref, useImperativeHandle, useRef, useState } from 'react'
import { type CrisisPrompt, checkCrisisRecord, crisisPrompts } from '../../business/sessions/check-crisis-record.ts'
import type { SessionPage } from '../contract.ts'
import page from '../design/page.module.css'
import type { Draft } from './confirm-draft.ts'
import styles from './crisis.module.css'
import { sayAddress } from './say-place.ts'

/** Leads the cursor to the first answer that says nothing yet. */
export type CrisisFieldsHandle = { focusFirst: () => void }

type Props = {
  session: SessionPage
  draft: Draft
  set: (change: Partial<Draft>) => void
  ref: Ref<CrisisFieldsHandle>
}

/** What a crisis owes besides its code: four questions, each answered in words that say something. The server asks the same rule. */
export function CrisisFields({ session, draft, set, ref }: Props) {
  const { crisis, locationId, modality } = draft
  const where = modality === 'telehealth' ? session.client.locations.find(({ id }) => id === locationId) : undefined
  const fields = useRef(new Map<CrisisPrompt, HTMLTextAreaElement>())
  const [left, setLeft] = useState<ReadonlySet<CrisisPrompt>>(new Set())
  const faults = checkCrisisRecord(crisis)
  const [firstFault] = faults
  useImperativeHandle(ref, () => ({
    focusFirst: () => {
      setLeft(new Set(crisisPrompts.map(({ prompt }) => prompt)))
      if (firstFault) fields.current.get(firstFault.prompt)?.focus()
    },
  }))
  return (
    <fieldset className={styles.fields}>
      <legend className={page.legend}>What happened in the crisis?</legend>
      <p className={page.hint}>
        It is part of the session’s record. Where the session could not be billed otherwise, somebody of ours reads it
        afterwards; your pay does not wait for that.
      </p>
      {where === undefined ? null : (
        <p>
          The address on record is <b>{sayAddress(where)}</b>. In a crisis the exact address counts: where they were
          elsewhere at that moment, record that place.
        </p>
      )}
      {crisisPrompts.map(({ prompt, asks, hint }) => (
        <Textarea
          key={prompt}
          ref={(field) => {
            if (field) fields.current.set(prompt, field)
          }}
          label={asks}
          description={hint}
          autosize
          minRows={2}
          maxLength={4000}
          value={crisis[prompt]}
          onChange={(event) => set({ crisis: { ...crisis, [prompt]: event.currentTarget.value } })}
          onBlur={() => setLeft((before) => new Set(before).add(prompt))}
          error={left.has(prompt) ? faults.find((fault) => fault.prompt === prompt)?.words : undefined}
        />
      ))}
    </fieldset>
  )
}
