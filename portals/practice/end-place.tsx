import { Button, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Dialog } from '../design/dialog.tsx'
import page from '../design/page.module.css'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'

type Props = {
  /** Which place, for who hears the page. */
  name: string
  today: string
  /** The first day of the place: it cannot end before. */
  from: string
  words: string
  /** What the end on a day would do, told before it is recorded. */
  effect?: (lastDay: string) => ReactNode
  send: (lastDay: string, key: string) => Promise<unknown>
}

/** Asks for the last day of a place; what was recorded of it stays. */
export function EndPlace(props: Props) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button variant="subtle" onClick={open} aria-label={`End ${props.name}`}>
        End
      </Button>
      <Dialog name={`End ${props.name}`} opened={opened} close={close}>
        <EndForm {...props} close={close} />
      </Dialog>
    </>
  )
}

function EndForm({ today, from, words, effect, send, close }: Props & { close: () => void }) {
  const [lastDay, setLastDay] = useState(today)
  const end = useDeed<{ lastDay: string }, unknown>((said, key) => send(said.lastDay, key), close)
  const isWrong = lastDay === '' || lastDay < from
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isWrong) end.act({ lastDay })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <p>{words}</p>
      <TextInput
        type="date"
        label="Last day"
        data-autofocus
        min={from}
        value={lastDay}
        onChange={(event) => setLastDay(event.currentTarget.value)}
        error={isWrong ? 'Choose a day that is not before its first one.' : undefined}
      />
      {isWrong ? null : effect?.(lastDay)}
      {end.trouble ? <TroubleNotice trouble={end.trouble} deed="the end" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={end.busy}>
          End this place
        </Button>
        <Button variant="default" onClick={close}>
          Keep it
        </Button>
      </div>
    </form>
  )
}
