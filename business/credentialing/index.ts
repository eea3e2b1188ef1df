export { type Authority, authoritiesOf, exclusionsOf } from './authority-store.ts'
export { type Credential, credentialsOf } from './credential-store.ts'
