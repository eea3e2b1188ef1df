import { settingsWith } from './command-settings.ts'
import { inHouse } from './open-house.ts'
import { seedStoryNetwork } from './seed.ts'
import { WrongUse } from './wrong-use.ts'

/** `seed`: fills the demonstration with the story network; what is there stays. */
export async function seedCommand(args: string[]): Promise<number> {
  const { settings } = settingsWith(args, {})
  if (settings.mode === 'production') throw new WrongUse('Production has no story network')
  await inHouse(settings, { seed: seedStoryNetwork }, async () => undefined)
  process.stdout.write('The story network is there.\n')
  return 0
}
