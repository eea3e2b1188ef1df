export { type VisitKnown, visitsKnown } from './visits-known-flow.ts'
