import { useEffect, useRef, useState } from 'react'
import { enterByPasskey, offersPasskeys, stopWaiting } from '../passkeys.ts'
import { Trouble } from '../trouble.ts'

// What a passkey signs lasts five minutes; the page may stay open for longer.
const anewMs = 4 * 60_000

/**
 * Lets the browser offer passkeys in the field for the address, for as long as the page is there, and enters when
 * somebody chooses one. Where the browser offers none, nothing happens and nothing is said. `again` after another
 * question of the browser took its place.
 */
export function usePasskeyInField(entered: () => unknown): { trouble: Trouble | null; again: () => void } {
  const [round, setRound] = useState(0)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const enter = useRef(entered)
  enter.current = entered
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round waits anew
  useEffect(() => {
    let isOver = false
    let isWaiting = false
    let isChosen = false
    const chosen = () => {
      isChosen = true
      isWaiting = false
    }
    const wait = async () => {
      if (!(await offersPasskeys()) || isOver) return
      isWaiting = true
      try {
        await enterByPasskey({ autofill: true, chosen })
        if (!isOver) await enter.current()
      } catch (caught) {
        // Unless somebody chose one, nobody waits for an answer.
        if (isOver || !isChosen || !(caught instanceof Trouble)) return
        setTrouble(caught)
        setRound((last) => last + 1)
      } finally {
        isWaiting = false
      }
    }
    void wait()
    const timer = setInterval(() => {
      if (isWaiting) setRound((last) => last + 1)
    }, anewMs)
    return () => {
      isOver = true
      clearInterval(timer)
      if (isWaiting) void stopWaiting()
    }
  }, [round])
  return { trouble, again: () => setRound((last) => last + 1) }
}
