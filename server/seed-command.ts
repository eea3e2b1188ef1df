import { settingsWith } from './command-settings.ts'
import { deeds } from './due.ts'
import { seedStoryNetwork } from './seed.ts'
import { startServer } from './start.ts'
import { WrongUse } from './wrong-use.ts'

export async function seedCommand(args: string[]): Promise<number> {
  const { settings } = settingsWith(args, {})
  if (settings.mode === 'production') throw new WrongUse('Production has no story network')
  const server = await startServer({ ...settings, port: 0 }, { deeds, seed: seedStoryNetwork })
  await server.stop()
  process.stdout.write('The story network is there.\n')
  return 0
}
