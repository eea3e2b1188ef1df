import { cancellationRoutes } from '../business/charges/cancellation-routes.ts'
import { clientRoutes } from '../business/charges/client-routes.ts'
import { clientLocationRoutes } from '../business/clients/client-location-routes.ts'
import { agreementRoutes } from '../business/contracts/agreement-routes.ts'
import { bookRoutes } from '../business/operations/book-routes.ts'
import { claimRoutes } from '../business/operations/claim-routes.ts'
import { remittanceRoutes } from '../business/operations/remittance-routes.ts'
import { sessionSideRoutes } from '../business/operations/session-side-routes.ts'
import { treasuryRoutes } from '../business/operations/treasury-routes.ts'
import { workRoutes } from '../business/operations/work-routes.ts'
import { explanationRoutes } from '../business/payouts/explanation-routes.ts'
import { homeRoutes } from '../business/payouts/home-routes.ts'
import { paymentRoutes } from '../business/payouts/payment-routes.ts'
import { sessionPageRoutes } from '../business/payouts/session-page-routes.ts'
import { statementRoutes } from '../business/payouts/statement-routes.ts'
import { practicePlaceRoutes } from '../business/practices/practice-place-routes.ts'
import { practiceRoutes } from '../business/practices/practice-routes.ts'
import type { Routes } from '../business/routes.ts'
import { clientCareRoutes } from '../business/sessions/client-care-routes.ts'
import { confirmationRoutes } from '../business/sessions/confirmation-routes.ts'
import { sessionRoutes } from '../business/sessions/session-routes.ts'
import { operationsRoutes } from './operations-routes.ts'

/** The routes of every room, registered under /api; each route has its row in authorization-table.ts. */
export const roomRoutes: readonly Routes[] = [
  homeRoutes,
  practiceRoutes,
  practicePlaceRoutes,
  clientRoutes,
  clientLocationRoutes,
  clientCareRoutes,
  sessionRoutes,
  confirmationRoutes,
  sessionPageRoutes,
  cancellationRoutes,
  explanationRoutes,
  paymentRoutes,
  statementRoutes,
  agreementRoutes,
  operationsRoutes,
  bookRoutes,
  workRoutes,
  claimRoutes,
  remittanceRoutes,
  treasuryRoutes,
  sessionSideRoutes,
]
