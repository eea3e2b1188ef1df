import { z } from 'zod'
import { type CalendarDate, isCalendarDate } from '../../libraries/calendar/index.ts'
import { behaviours, storyPace } from './behaviours.ts'
import { overlappingRates } from './find-contract-rate.ts'

const date = z.custom<CalendarDate>(
  (value) => typeof value === 'string' && isCalendarDate(value),
  'not a calendar date',
)
const wholeCents = z.int().min(0)
const routing = z.string().regex(/^\d{9}$/)
const tin = z.string().regex(/^\d{9}$/)

const partner = z.strictObject({
  host: z.string(),
  port: z.int(),
  /** 'SHA256:…', the fingerprint that the partner's server prints when it starts. */
  hostKey: z.string().startsWith('SHA256:'),
  user: z.string(),
  password: z.string(),
})

const bankAccount = z.strictObject({ routing, account: z.string().min(1).max(17) })

const contractRate = z.strictObject({
  billingTin: tin,
  network: z.string().optional(),
  state: z.string().length(2).optional(),
  taxonomies: z.array(z.string()).min(1).optional(),
  code: z.string(),
  modifiers: z.array(z.string().length(2)).default([]),
  from: date,
  until: date.nullable().default(null),
  cents: wholeCents,
})

const policy = z.strictObject({
  memberId: z.string(),
  network: z.string().optional(),
  copayCents: wholeCents.optional(),
  behaviour: z.enum(behaviours).optional(),
})

/** The settings of one simulated payer; unknown or overlapping ones are refused when it starts. */
export const payerConfig = z
  .strictObject({
    payer: z.strictObject({
      name: z.string(),
      /** The identifier in NM1*PR of the claims (qualifier PI). */
      id: z.string().regex(/^[A-Za-z0-9-]{2,15}$/),
      tin,
      address: z.strictObject({ street: z.string(), city: z.string(), state: z.string(), zip: z.string() }),
      telephone: z.string().default('8005550100'),
      /** The account that its payments come from. */
      bankAccount: bankAccount.default({ routing: '091000019', account: '4400123' }),
    }),
    clearinghouse: partner,
    bank: partner,
    contract: z.array(contractRate),
    policies: z.array(policy).default([]),
    network: z.string().nullable().default(null),
    /** After how many days it pays, and denies. */
    pace: z.strictObject({ pay: z.int().positive(), deny: z.int().positive() }).default(() => ({ ...storyPace })),
    /** Go before the number in the names of its files, where several payers bring theirs to one clearinghouse. */
    fileLetters: z
      .string()
      .regex(/^[A-Z]*$/)
      .default(''),
    defaultCopayCents: wholeCents.default(0),
    /** Where the money of every payee goes, unless `payees` names another account for its tax number. */
    operatorAccount: bankAccount,
    payees: z.array(z.strictObject({ tin, ...bankAccount.shape })).default([]),
  })
  .refine((config) => overlappingRates(config.contract).length === 0, 'two rates of the contract overlap')

export type PayerConfig = z.infer<typeof payerConfig>

/** The payers of one process: one, or several that differ in their id, each with a journal of its own. */
export const payersConfig = z
  .union([payerConfig.transform((payer) => [payer]), z.strictObject({ payers: z.array(payerConfig).min(1) })])
  .transform((config) => (Array.isArray(config) ? config : config.payers))
  .refine((payers) => new Set(payers.map(({ payer }) => payer.id)).size === payers.length, 'two payers have one id')
