import { Textarea } from '@mantine/core'
import type { Draft } from './confirm-draft.ts'

type Crisis = Draft['crisis']

/** What a documented crisis needs besides its code: what happened, and how it was resolved. A person looks at it later. */
export function CrisisFields({ crisis, set }: { crisis: Crisis; set: (crisis: Crisis) => void }) {
  return (
    <>
      <Textarea
        label="What made it a crisis?"
        autosize
        minRows={2}
        value={crisis.narrative}
        onChange={(event) => set({ ...crisis, narrative: event.currentTarget.value })}
      />
      <Textarea
        label="How was it resolved?"
        description="A documented crisis can be billed where an ordinary session could not; somebody looks at it afterwards."
        autosize
        minRows={2}
        value={crisis.resolution}
        onChange={(event) => set({ ...crisis, resolution: event.currentTarget.value })}
      />
    </>
  )
}
