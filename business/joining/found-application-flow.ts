import { Refusal } from '../routes.ts'
import type { Db, World } from '../world.ts'
import { callFile, callsOf } from './call-flow.ts'
import { type ApplicationSeen, applicationsSeen } from './joining-flow.ts'

/** Under operations: one application as the staff work on it. */
export async function found(db: Db, world: World, applicationId: string): Promise<ApplicationSeen> {
  const seen = (await applicationsSeen(db, world)).find(({ application }) => application.id === applicationId)
  if (seen === undefined) throw applicationNotFound()
  return seen
}

/** Under operations: the call of an application for the consultant's calendar. */
export async function applicationCallFile(db: Db, world: World, applicationId: string): Promise<string> {
  const text = callFile(applicationId, await callsOf(db, applicationId), world.zone)
  if (text === null) throw applicationNotFound()
  return text
}

export function applicationNotFound(): Refusal {
  return new Refusal({ status: 404, code: 'application_not_found', detail: 'There is no such application.' })
}
