import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { asOperations } from '../../database/act-as.ts'
import { seedAwayNetwork } from '../away-network.ts'
import { deeds } from '../due.ts'
import { seedStoryNetwork } from '../seed.ts'
import type { Settings } from '../settings.ts'
import type { Seed, StartParts } from '../start.ts'
import { aprilStory, simulatedConfigs, storyCharacters } from '../story-network.ts'
import { livedInConfigs } from './seed-lived-in.ts'
import { livedInCharacters } from './staff.ts'

/** Where a data folder says that it holds the played months; without it, it holds the plain story. */
export function livedInMark({ dataFolder }: Pick<Settings, 'dataFolder'>): string {
  return join(dataFolder, 'outside', 'lived-in')
}

/** The played months know New York only: what lies beyond is added to them, at the first start with this version. */
const seedBeyondNewYork: Seed = async (parts) => {
  await seedStoryNetwork(parts)
  const { operations, world } = parts
  await asOperations(operations, { user: null, now: world.clock.now() }, (db) => seedAwayNetwork(db, world))
}

/** What a demonstration is started with: the deeds, and the partners and people that fit what its data folder holds. */
export function demonstrationParts(
  settings: Pick<Settings, 'dataFolder'>,
): Pick<StartParts, 'deeds' | 'seed' | 'characters' | 'simulated'> {
  const isLivedIn = existsSync(livedInMark(settings))
  return {
    deeds,
    seed: isLivedIn ? seedBeyondNewYork : seedStoryNetwork,
    characters: isLivedIn ? livedInCharacters : storyCharacters,
    simulated: isLivedIn ? livedInConfigs() : simulatedConfigs(aprilStory),
  }
}
