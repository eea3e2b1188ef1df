import { resolve } from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { readSettings, type Settings } from './settings.ts'

/** A command's options with the settings of the environment; `--data` names the data folder instead of EVENKEEL_DATA. */
export function settingsWith<T extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: T) {
  const { values } = parseArgs({ args, options: { ...options, data: { type: 'string' as const } } })
  const settings = readSettings(process.env)
  const { data } = values as { data?: string }
  const ours: Settings = data === undefined ? settings : { ...settings, dataFolder: resolve(data) }
  return { settings: ours, values }
}
