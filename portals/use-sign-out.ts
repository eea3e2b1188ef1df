import { useNavigate } from '@tanstack/react-router'
import { ask } from './api.ts'
import { useDeed } from './use-deed.ts'

/** Ends the session at the server, then forgets every answer that this window holds. */
export function useSignOut() {
  const navigate = useNavigate()
  return useDeed<null, unknown>(
    (_, key) => ask('/api/auth/sign-out', { body: {}, key }),
    async () => {
      await navigate({ to: '/sign-in' })
      location.reload()
    },
  )
}
