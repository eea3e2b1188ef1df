import { z } from 'zod'
import { calendarDate, isCalendarDate, type Period } from '../../libraries/calendar/index.ts'
import type { CredentialingChange } from './apply-change.ts'

export const Day = z
  .string()
  .refine(isCalendarDate, 'a day of the calendar, as 2026-04-08')
  .transform((text) => calendarDate(text))

// Days the wrong way round are told in words by refuse-change.ts, not refused as a malformed request.
const During = z.strictObject({ from: Day, until: Day.nullable() }).transform((period): Period => period)
const State = z.string().regex(/^[A-Z]{2}$/)
const Network = z.string().min(1).max(60)
const Status = z.enum(['active', 'pending', 'terminated'])

/** A change of a clinician's standing as the operator's staff enter it. */
export const StaffChange = z.union([
  z.strictObject({
    kind: z.literal('add_authority'),
    state: State,
    authority: z.enum(['license', 'compact_privilege', 'temporary_permit']),
    number: z.string().max(40).nullable(),
    during: During,
  }),
  z.strictObject({ kind: z.literal('change_authority'), authorityId: z.uuid(), during: During }),
  z.strictObject({
    kind: z.literal('add_credential'),
    networkId: Network,
    state: State,
    via: z.enum(['direct', 'virtual_network']),
    status: Status,
    during: During.nullable(),
    payerReady: Day.nullable(),
  }),
  z.strictObject({
    kind: z.literal('change_credential'),
    credentialId: z.uuid(),
    status: Status,
    during: During.nullable(),
    payerReady: Day.nullable(),
  }),
  z.strictObject({ kind: z.literal('withdraw_authority'), authorityId: z.uuid() }),
  z.strictObject({ kind: z.literal('add_exclusion'), during: During }),
  z.strictObject({ kind: z.literal('change_exclusion'), exclusionId: z.uuid(), during: During }),
  z.strictObject({ kind: z.literal('withdraw_exclusion'), exclusionId: z.uuid() }),
]) satisfies z.ZodType<CredentialingChange>

/** A change that clinicians make themselves: into a virtual network, and out of it. */
export const OwnChange = z.union([
  z.strictObject({ kind: z.literal('opt_in'), networkId: Network, state: State, from: Day }),
  z.strictObject({ kind: z.literal('opt_out'), optInId: z.uuid(), until: Day }),
])
