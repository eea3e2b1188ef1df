import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { BackupTrouble } from './backup-manifest.ts'
import { namesIn } from './copy-files.ts'
import type { CopyTo } from './copy-into.ts'

/** From where to where the write-ahead log must be replayed over the copied files. */
export type LogSpan = { from: string; until: string }

// https://www.postgresql.org/docs/18/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP-DATA, "should be omitted":
// folders whose content a start makes anew, and files that belong to the running server.
const emptied = /^pg_(?:dynshmem|notify|replslot|serial|snapshots|stat_tmp|subtrans|wal)$/
const leftOut = /^(?:postmaster\.(?:pid|opts)|backup_label(?:\.old)?|tablespace_map(?:\.old)?|backup_manifest)$/
const leftOutAnywhere = /^(?:pgsql_tmp|pg_internal\.init)/
const control = 'global/pg_control'

/**
 * Copies a cluster while its server writes: between pg_backup_start and pg_backup_stop every file, in whatever state,
 * and then the log that makes them agree. A slot of this connection keeps the log from being recycled meanwhile; it ends
 * with the connection, so a killed backup leaves nothing behind on the server.
 */
export async function copyCluster(
  client: pg.Client,
  cluster: string,
  to: CopyTo,
  say: (line: string) => void,
): Promise<LogSpan> {
  await refuseTablespaces(client)
  await client.query(`select pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)`)
  const { rows: begun } = await client.query<{ lsn: string }>(`select pg_backup_start('evenkeel', true)::text as lsn`)
  const from = begun[0]?.lsn ?? ''
  say(`Copying the files of ${cluster} …`)
  await copyTree(cluster, '', to)
  await to.write(control, await steady(path.join(cluster, control)))
  say('Copying the write-ahead log …')
  const { rows } = await client.query<{ until: string; label: string; first: string; last: string }>(
    `select lsn::text as until, labelfile as label, pg_walfile_name($1::pg_lsn) as first, pg_walfile_name(lsn) as last
     from pg_backup_stop(false)`,
    [from],
  )
  const [stopped] = rows
  if (stopped === undefined) throw new BackupTrouble('The server did not say where the backup ends')
  await to.write('backup_label', stopped.label)
  for (const segment of await segmentsBetween(cluster, stopped)) {
    const copied = await to.copy(path.join(cluster, 'pg_wal', segment), `pg_wal/${segment}`)
    if (copied === null)
      throw new BackupTrouble(`The write-ahead log's segment ${segment} went away while it was copied`)
  }
  return { from, until: stopped.until }
}

// Their files lie outside the cluster's folder. None of the product's logins can make one.
async function refuseTablespaces(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select spcname as name from pg_tablespace where spcname not in ('pg_default', 'pg_global') order by 1`,
  )
  const names = rows.map(({ name }) => name).join(', ')
  if (names !== '') throw new BackupTrouble(`The cluster has tablespaces whose files lie outside its folder: ${names}`)
}

async function copyTree(cluster: string, below: string, to: CopyTo): Promise<void> {
  for (const { name, isFolder } of await namesIn(path.join(cluster, below))) {
    const inside = below === '' ? name : `${below}/${name}`
    if (leftOutAnywhere.test(name) || (below === '' && leftOut.test(name)) || inside === control) continue
    if (!isFolder) {
      await to.copy(path.join(cluster, inside), inside)
      continue
    }
    await to.folder(inside)
    if (!emptied.test(inside)) await copyTree(cluster, inside, to)
  }
}

/** A small file that is overwritten in place, at a moment when it was whole: two readings agree. */
async function steady(file: string): Promise<Buffer> {
  for (let before = await readFile(file); ; ) {
    const now = await readFile(file)
    if (now.equals(before)) return now
    before = now
  }
}

async function segmentsBetween(cluster: string, { first, last }: { first: string; last: string }): Promise<string[]> {
  const names = (await namesIn(path.join(cluster, 'pg_wal'))).map(({ name }) => name)
  const segments = names.filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last)
  const wanted = numberOf(last) - numberOf(first) + 1
  if (segments.length !== wanted)
    throw new BackupTrouble(
      `Of the write-ahead log from ${first} to ${last} only ${segments.length} segments are there`,
    )
  return segments
}

// Timeline, then the high half of the position, then which of its 256 segments of 16 MB; eight hexadecimal digits each.
function numberOf(segment: string): number {
  return Number.parseInt(segment.slice(8, 16), 16) * 256 + Number.parseInt(segment.slice(16), 16)
}
