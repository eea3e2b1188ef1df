import { z } from 'zod'
import { calendarDate, isCalendarDate, type Period } from '../../libraries/calendar/index.ts'
import type { CredentialingChange } from './apply-change.ts'

export const Day = z
  .string()
  .refine(isCalendarDate, 'a day of the calendar, as 2026-04-08')
  .transform((text) => calendarDate(text))

const During = z
  .strictObject({ from: Day, until: Day.nullable() })
  .refine(({ from, until }) => until === null || from < until, 'a period that ends after it begins')
  .transform((period): Period => period)
const State = z.string().regex(/^[A-Z]{2}$/)
const Network = z.string().min(1).max(60)
const Status = z.enum(['active', 'pending', 'terminated'])

/** What a credential must say: a pending one may lack its period, any other has one. */
const isDated = ({ status, during }: { status: string; during: Period | null }) =>
  status === 'pending' || during !== null
const datedWords = { message: 'a credential that is not pending has a period', path: ['during'] }

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
  z
    .strictObject({
      kind: z.literal('add_credential'),
      networkId: Network,
      state: State,
      via: z.enum(['direct', 'virtual_network']),
      status: Status,
      during: During.nullable(),
      payerReady: Day.nullable(),
    })
    .refine(isDated, datedWords),
  z
    .strictObject({
      kind: z.literal('change_credential'),
      credentialId: z.uuid(),
      status: Status,
      during: During.nullable(),
      payerReady: Day.nullable(),
    })
    .refine(isDated, datedWords),
  z.strictObject({ kind: z.literal('add_exclusion'), during: During }),
]) satisfies z.ZodType<CredentialingChange>

/** A change that clinicians make themselves: into a virtual network, and out of it. */
export const OwnChange = z.union([
  z.strictObject({ kind: z.literal('opt_in'), networkId: Network, state: State, from: Day }),
  z.strictObject({ kind: z.literal('opt_out'), optInId: z.uuid(), until: Day }),
])
