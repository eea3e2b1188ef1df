import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { deeds } from '../due.ts'
import { seedStoryNetwork } from '../seed.ts'
import type { Settings } from '../settings.ts'
import type { StartParts } from '../start.ts'
import { aprilStory, simulatedConfigs, storyCharacters } from '../story-network.ts'
import { livedInConfigs } from './seed-lived-in.ts'
import { livedInCharacters } from './staff.ts'

/** Where a data folder says that it holds the played months; without it, it holds the plain story. */
export function livedInMark({ dataFolder }: Pick<Settings, 'dataFolder'>): string {
  return join(dataFolder, 'outside', 'lived-in')
}

/** What a demonstration is started with: the deeds, and the partners and people that fit what its data folder holds. */
export function demonstrationParts(
  settings: Pick<Settings, 'dataFolder'>,
): Pick<StartParts, 'deeds' | 'seed' | 'characters' | 'simulated'> {
  const isLivedIn = existsSync(livedInMark(settings))
  return {
    deeds,
    seed: seedStoryNetwork,
    characters: isLivedIn ? livedInCharacters : storyCharacters,
    simulated: isLivedIn ? livedInConfigs() : simulatedConfigs(aprilStory),
  }
}
