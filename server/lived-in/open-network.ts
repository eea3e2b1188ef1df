import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepareEncryption } from '../../database/data-keys.ts'
import { type EmbeddedServer, startEmbeddedServer } from '../../database/embedded-server.ts'
import { migrate } from '../../database/migrate.ts'
import { triedFile } from '../demonstration/tried-things.ts'
import type { Settings } from '../settings.ts'
import { makeOwnKeys, wrappingKeysOf } from '../wrapping-keys-of.ts'
import { layOutFiles, loadRows, readArtefact } from './artefact.ts'
import { livedInMark } from './demonstration-parts.ts'

/** The demonstration's network on its data folder, before the server opens it. */
export type OpenNetwork = {
  /** Back to the beginning, database and partners; the server must not run. Null where the database is not our own. */
  startOver: (() => Promise<void>) | null
  letGo(): Promise<void>
}

/**
 * Fills a new data folder with the played months: loaded at the migrations they were made at, brought to this version, and
 * kept as a template, so that starting over is copying a database. What is there already stays as it is.
 */
export async function openNetwork(settings: Settings, say: (line: string) => void): Promise<OpenNetwork> {
  if (settings.mode === 'production' || settings.database !== null) {
    return { startOver: null, letGo: async () => undefined }
  }
  const server = await startEmbeddedServer({ folder: join(settings.dataFolder, 'database'), say })
  try {
    const isNew = !(await server.databases()).includes(settings.databaseName)
    if (isNew) await layOut(server, settings, say)
    return { startOver: () => startOver(server, settings, say), letGo: () => server.stop() }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function startOver(server: EmbeddedServer, settings: Settings, say: (line: string) => void): Promise<void> {
  await server.dropDatabase(settings.databaseName)
  rmSync(triedFile(settings), { force: true })
  await layOut(server, settings, say)
}

async function layOut(server: EmbeddedServer, settings: Settings, say: (line: string) => void): Promise<void> {
  // A start that was killed in between left files without a database: they are those of the beginning, or nobody's.
  rmSync(outsideOf(settings), { recursive: true, force: true })
  const read = settings.network === 'lived_in' ? readArtefact() : null
  if (read === null) return
  const template = read.name
  if (!(await hasTemplate(server, template))) {
    say('Laying out half a year that was played …')
    await makeTemplate(server, template, { artefact: read.artefact, settings })
  }
  layOutFiles(outsideOf(settings), read.artefact)
  writeFileSync(livedInMark(settings), `${read.name}\n`, { flush: true })
  await server.createDatabase(settings.databaseName, { template })
}

async function hasTemplate(server: EmbeddedServer, name: string): Promise<boolean> {
  const { rowCount } = await server.asSuperuser((client) =>
    client.query('select from pg_database where datname = $1 and datistemplate', [name]),
  )
  return rowCount === 1
}

// Under another name until it is whole, so that nobody ever copies half of one.
async function makeTemplate(
  server: EmbeddedServer,
  template: string,
  { artefact, settings }: { artefact: Parameters<typeof loadRows>[1]; settings: Settings },
): Promise<void> {
  const draft = `${template}_unfinished`
  await server.dropDatabase(draft)
  await server.createDatabase(draft)
  const ownerUrl = server.ownerUrl(draft)
  const loginUrls = {
    portal: server.url('portal', draft),
    operations: server.url('operations', draft),
    sign_in: server.url('sign_in', draft),
  }
  await migrate({ ownerUrl, loginUrls, only: artefact.migrations })
  makeOwnKeys(settings)
  const wrappingKeys = wrappingKeysOf(settings)
  await loadRows(ownerUrl, artefact, wrappingKeys)
  await migrate({ ownerUrl, loginUrls })
  await prepareEncryption({ ownerUrl, wrappingKeys, at: new Date() })
  await server.renameDatabase(draft, template)
  await server.asSuperuser((client) =>
    client.query(`alter database ${client.escapeIdentifier(template)} with is_template true`),
  )
}

function outsideOf({ dataFolder }: Settings): string {
  return join(dataFolder, 'outside')
}
