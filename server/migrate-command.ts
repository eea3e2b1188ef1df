import { settingsWith } from './command-settings.ts'
import { openDatabases } from './open-databases.ts'

export async function migrateCommand(args: string[]): Promise<number> {
  const { settings } = settingsWith(args, {})
  const databases = await openDatabases(settings, (line) => process.stderr.write(`${line}\n`))
  await databases.close()
  const { applied } = databases
  process.stdout.write(
    applied.length === 0 ? 'Nothing to migrate.\n' : applied.map((name) => `applied ${name}\n`).join(''),
  )
  return 0
}
