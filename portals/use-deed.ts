import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { askToSignIn } from './ask-to-sign-in.ts'
import { Trouble } from './trouble.ts'

/**
 * One deed of a person: a double click, or another try after an answer that never came, carries the same key, so that
 * the server does it once. Another content, or another try after a definite no, is another deed. Afterwards every
 * answer that a page holds is asked for again.
 */
export function useDeed<Content, Answer>(
  send: (content: Content, key: string) => Promise<Answer>,
  afterwards?: (answer: Answer, content: Content) => unknown,
) {
  const queries = useQueryClient()
  const intent = useRef<{ content: string; key: string } | null>(null)
  const running = useRef(false)

  const mutation = useMutation<Answer, Trouble, Content>({
    // Without a connection it fails at once and says so, rather than wait unseen and be done at a later moment.
    networkMode: 'always',
    mutationFn: async (content) => {
      const written = JSON.stringify(content) ?? ''
      if (intent.current?.content !== written) intent.current = { content: written, key: freshKey() }
      try {
        const answer = await sendSignedIn(send, content, intent.current.key)
        intent.current = null
        return answer
      } catch (caught) {
        if (caught instanceof Trouble && !caught.unanswered) intent.current = null
        throw caught
      }
    },
    onSuccess: async (answer, content) => {
      await afterwards?.(answer, content)
      await queries.invalidateQueries()
    },
    onSettled: () => {
      running.current = false
    },
  })

  function act(content: Content): void {
    if (running.current) return
    running.current = true
    mutation.mutate(content)
  }
  return { act, answer: mutation.data, busy: mutation.isPending, trouble: mutation.error, forget: mutation.reset }
}

async function sendSignedIn<Content, Answer>(
  send: (content: Content, key: string) => Promise<Answer>,
  content: Content,
  key: string,
): Promise<Answer> {
  try {
    return await send(content, key)
  } catch (caught) {
    const asksForIt = caught instanceof Trouble && signInCodes.has(caught.problem.code)
    if (!asksForIt || !(await askToSignIn())) throw caught
    return send(content, key)
  }
}

const signInCodes = new Set(['not_signed_in', 'sign_in_again'])

/** A UUID of random bits; made by hand, since randomUUID is missing on a plain http address. */
function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const text = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
