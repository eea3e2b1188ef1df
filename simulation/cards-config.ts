import { z } from 'zod'
import { isRoutingNumber } from '../libraries/ach/index.ts'

const routing = z.string().refine(isRoutingNumber, 'no routing number')

/** The settings of the simulated card processor: who may charge, and where the money goes. */
export const cardsConfig = z.strictObject({
  /** The bearer key of the operator. */
  secret: z.string().min(1),
  /** The bank's SFTP door, as its ready line tells it. */
  bank: z.strictObject({
    host: z.string(),
    port: z.int(),
    hostKey: z.string().startsWith('SHA256:'),
    user: z.string(),
    password: z.string(),
  }),
  operatorAccount: z.string().min(1).max(17),
  operatorRouting: routing,
  processorName: z.string().min(1).default('EXAMPLE CARD PROCESSOR'),
  processorRouting: routing.default('091000019'),
})

export type CardsConfig = z.infer<typeof cardsConfig>
