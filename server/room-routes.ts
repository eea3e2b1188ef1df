import type { Routes } from '../business/routes.ts'

/** The routes of every room, registered under /api; each route has its row in authorization-table.ts. */
export const roomRoutes: readonly Routes[] = []
