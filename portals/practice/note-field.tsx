import { Textarea } from '@mantine/core'
import type { Ref } from 'react'

type Props = { value: string; missing: boolean; onChange: (note: string) => void; ref: Ref<HTMLTextAreaElement> }

export function NoteField({ value, missing, onChange, ref }: Props) {
  return (
    <Textarea
      ref={ref}
      label="Session note"
      placeholder="What you worked on, how the client responded, any change in risk, the plan."
      description="Signed with your confirmation; from then on only addenda are possible. It is kept in this window until you sign."
      autosize
      minRows={5}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={missing ? 'Write the note first: it is signed together with the confirmation.' : undefined}
    />
  )
}
