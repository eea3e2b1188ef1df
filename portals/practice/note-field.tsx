import { Button, Textarea } from '@mantine/core'
import { type Ref, useId } from 'react'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import styles from './note-field.module.css'
import { noteTemplates } from './note-templates.ts'

type Props = { value: string; missing: boolean; onChange: (note: string) => void; ref: Ref<HTMLTextAreaElement> }

/** The note, begun from a template where nothing unusual happened; whatever stands there is changed freely. */
export function NoteField({ value, missing, onChange, ref }: Props) {
  const id = useId()
  const add = (text: string) => onChange(value.trim() === '' ? text : `${value.trimEnd()}\n${text}`)
  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        Session note
      </label>
      <fieldset className={styles.templates}>
        <legend className={page.vh}>Begin from a template</legend>
        {noteTemplates.map(({ name, text }) => (
          <Button
            key={name}
            variant="default"
            leftSection={<Icon name="doc" small />}
            disabled={value.includes(text)}
            onClick={() => add(text)}
          >
            {name}
          </Button>
        ))}
      </fieldset>
      <Textarea
        id={id}
        ref={ref}
        placeholder="What you worked on, how the client responded, any change in risk, the plan."
        description="Signed with your confirmation; from then on only addenda are possible. It is kept in this window until you sign."
        autosize
        minRows={5}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={missing ? 'Write the note first: it is signed together with the confirmation.' : undefined}
      />
    </div>
  )
}
