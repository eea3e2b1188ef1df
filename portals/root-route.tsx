import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, Outlet, redirect } from '@tanstack/react-router'
import { LostPage } from './design/lost-page.tsx'
import { meQuery } from './queries.ts'
import { Trouble } from './trouble.ts'

type Context = { queries: QueryClient }

export const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: () => <LostPage /> })

/** Where other people's records are: whoever has a password alone is led to the set-up of a second factor first. */
export async function worksHere({ context }: { context: Context }) {
  const entered = await signedIn({ context })
  if (entered.me.twoFactors === 'needed') throw redirect({ href: '/two-factors' })
  return entered
}

/** Anyone who is not signed in is led to the sign-in page, and from there to their own door. */
export async function signedIn({ context }: { context: Context }) {
  try {
    return { me: await context.queries.ensureQueryData(meQuery) }
  } catch (caught) {
    if (caught instanceof Trouble && caught.problem.status === 401) throw redirect({ to: '/sign-in' })
    throw caught
  }
}
