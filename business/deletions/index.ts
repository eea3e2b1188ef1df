export { type CaseListed, deletionCases } from './answer-deletion-flow.ts'
