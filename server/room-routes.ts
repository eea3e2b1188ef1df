import { clientRoutes } from '../business/charges/client-routes.ts'
import type { Routes } from '../business/routes.ts'
import { confirmationRoutes } from '../business/sessions/confirmation-routes.ts'
import { sessionRoutes } from '../business/sessions/session-routes.ts'

/** The routes of every room, registered under /api; each route has its row in authorization-table.ts. */
export const roomRoutes: readonly Routes[] = [clientRoutes, sessionRoutes, confirmationRoutes]
