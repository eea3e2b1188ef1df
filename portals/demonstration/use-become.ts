import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ask } from '../api.ts'
import type { Persona } from '../contract.ts'
import { homeOf } from '../home-of.ts'
import { meQuery } from '../queries.ts'
import { useDeed } from '../use-deed.ts'

type Wanted = { persona: Persona | null; path: string | null; thing: string | null }

/** Signs in as a person of the story, and opens a page, or the first one of their door. */
export function useBecome() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useDeed<Wanted, unknown>(
    async ({ persona, thing }, key) => {
      if (thing !== null) await ask(`/api/demonstration/things/${thing}/tried`, { body: {}, key })
      if (persona === null) return null
      return ask(`/api/demonstration/personas/${encodeURIComponent(persona.id)}/sign-in`, { body: {}, key })
    },
    async (_answer, { persona, path }) => {
      if (persona === null) return navigate({ href: path ?? '/' })
      // What the page knows is what somebody else might see.
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'house' && queryKey[0] !== 'demonstration' })
      const me = await queries.fetchQuery({ ...meQuery, staleTime: 0 })
      return navigate({ href: path ?? persona.landing ?? homeOf(me) })
    },
  )
}
