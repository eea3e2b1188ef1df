import { clientRoutes } from '../business/charges/client-routes.ts'
import { bookRoutes } from '../business/payouts/book-routes.ts'
import { explanationRoutes } from '../business/payouts/explanation-routes.ts'
import { homeRoutes } from '../business/payouts/home-routes.ts'
import { paymentRoutes } from '../business/payouts/payment-routes.ts'
import { sessionPageRoutes } from '../business/payouts/session-page-routes.ts'
import { practiceRoutes } from '../business/practices/practice-routes.ts'
import type { Routes } from '../business/routes.ts'
import { confirmationRoutes } from '../business/sessions/confirmation-routes.ts'
import { sessionRoutes } from '../business/sessions/session-routes.ts'
import { operationsRoutes } from './operations-routes.ts'

/** The routes of every room, registered under /api; each route has its row in authorization-table.ts. */
export const roomRoutes: readonly Routes[] = [
  homeRoutes,
  practiceRoutes,
  clientRoutes,
  sessionRoutes,
  confirmationRoutes,
  sessionPageRoutes,
  explanationRoutes,
  paymentRoutes,
  operationsRoutes,
  bookRoutes,
]
