import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Outside } from '../business/world.ts'
import type { ControlDoor } from './control-door.ts'
import { openBank } from './outside/bank.ts'
import { openCards } from './outside/cards.ts'
import { openClearinghouse } from './outside/clearinghouse.ts'
import { outsideThatIsAway } from './outside-that-is-away.ts'
import type { CardSettings, Settings, SftpSettings } from './settings.ts'
import { type SimulatedConfigs, startSimulatedOutside } from './simulated-outside.ts'

export type OpenOutside = {
  outside: Outside
  /** Whom the demonstration's clock has to tell. */
  controls: ControlDoor[]
  addresses: Record<string, string>
  close(): Promise<void>
}

type Witness = { witness: (point: string) => void; logger: Logger }

/** The partners that the settings name; in a demonstration without them, simulated ones in processes of their own. */
export async function openOutside(
  settings: Settings,
  simulated: SimulatedConfigs | null,
  { witness, logger }: Witness,
): Promise<OpenOutside> {
  const { clearinghouse, bank, cards } = settings
  if (clearinghouse !== null && bank !== null && cards !== null) {
    const partners = openPartners({ clearinghouse, bank, cards }, witness)
    return { ...partners, controls: [], addresses: {} }
  }
  if (simulated === null || settings.mode === 'production') {
    return { outside: outsideThatIsAway, controls: [], addresses: {}, close: async () => undefined }
  }
  const folder = join(
    settings.dataFolder,
    settings.databaseName === 'evenkeel' ? 'outside' : `outside-${settings.databaseName}`,
  )
  const processes = await startSimulatedOutside(folder, simulated, (line) => logger.warn(line))
  const partners = openPartners(processes, witness)
  return {
    outside: partners.outside,
    controls: processes.controls,
    addresses: processes.addresses,
    async close() {
      await partners.close()
      await processes.stop()
    },
  }
}

type Partners = { clearinghouse: SftpSettings; bank: SftpSettings; cards: CardSettings }

function openPartners(settings: Partners, witness: (point: string) => void) {
  const clearinghouse = openClearinghouse(settings.clearinghouse, witness)
  const bank = openBank(settings.bank, witness)
  return {
    outside: { clearinghouse, bank, cards: openCards(settings.cards, witness) },
    async close() {
      await Promise.all([clearinghouse.close(), bank.close()])
    },
  }
}
