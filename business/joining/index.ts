export { requestsSeen } from './admin-request-flow.ts'
export { type ApplicationState, applicationsSeen } from './joining-flow.ts'
