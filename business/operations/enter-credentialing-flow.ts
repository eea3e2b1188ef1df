import { type CalendarDate, dateIn } from '../../libraries/calendar/index.ts'
import { heldClaims } from '../claims/index.ts'
import { contractsAll, plansInForce } from '../contracts/index.ts'
import { compactStatesOn, serviceAreasOn } from '../coverage/index.ts'
import { networkName } from '../coverage/service-areas.ts'
import { recordChange, standingOf } from '../credentialing/index.ts'
import { type ChangeRefusal, type KnownAround, refuseChange, type StaffEntry } from '../credentialing/refuse-change.ts'
import { clinicianById } from '../practices/index.ts'
import { type ChangeEffect, changeEffect } from '../sessions/index.ts'
import type { Db, World } from '../world.ts'

type Of = { practiceId: string; memberId: string }

export type Network = { id: string; name: string; contractStates: string[] }

/** Every network that a credential may be with: of a plan, a contract, or a Blue licensee. */
export async function knownNetworks(db: Db, world: World): Promise<Network[]> {
  const on = dateIn(world.clock.now(), world.zone)
  const contracts = await contractsAll(db)
  const plans = await plansInForce(db, on)
  const { areas } = await serviceAreasOn(db, on)
  const ids = new Set([...[...contracts, ...plans].map(({ networkId }) => networkId), ...areas.licenseeIds])
  const networks = [...ids].map((id) => ({
    id,
    name: networkName(id),
    contractStates: [...new Set(contracts.filter((one) => one.networkId === id).map(({ state }) => state))].sort(),
  }))
  return networks.toSorted((a, b) => a.name.localeCompare(b.name))
}

async function knownAround(db: Db, world: World, of: Of): Promise<KnownAround> {
  const on = dateIn(world.clock.now(), world.zone)
  const compacts = await compactStatesOn(db, on)
  return {
    networks: new Set((await knownNetworks(db, world)).map(({ id }) => id)),
    family: (await clinicianById(db, of.practiceId, of.memberId))?.licenceFamily ?? '',
    compacts: compacts.filter(({ standing }) => standing === 'in_force'),
  }
}

export type WeighedEntry = { effect: ChangeEffect; refusal: ChangeRefusal | null }

/** What an entry would turn around, claims that are held included; or why it may not be saved. Nothing is recorded. */
export async function weighEntry(db: Db, world: World, of: Of, change: StaffEntry): Promise<WeighedEntry> {
  const standing = await standingOf(db, of.practiceId, of.memberId)
  const refusal = refuseChange(standing, change, await knownAround(db, world, of))
  if (refusal !== null) return { effect: { looked: 0, turned: [] }, refusal }
  return { effect: await changeEffect(db, world, of, change, await unbilledSessions(db)), refusal }
}

/** The locked sessions whose claims wait here, with their days of service: they are confirmed, and nobody was billed. */
export async function unbilledSessions(db: Db): Promise<Map<string, CalendarDate>> {
  return new Map((await heldClaims(db)).map(({ sessionId, serviceOn }) => [sessionId, serviceOn]))
}

/** Saves an entry with its reason, for whoever saw every entry that there is; answers what it turned around. */
export async function enterChange(
  db: Db,
  world: World,
  who: { userId: string },
  of: Of,
  { change, reason, seen }: { change: StaffEntry; reason: string; seen: number },
): Promise<{ id: string; effect: ChangeEffect }> {
  const { effect } = await weighEntry(db, world, of, change)
  const known = await knownAround(db, world, of)
  const { id } = await recordChange(db, world, who, of, { change, reason, seen, known })
  return { id, effect }
}
