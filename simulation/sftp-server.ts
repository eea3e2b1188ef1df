import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import ssh2, { type AuthContext, type Connection } from 'ssh2'
import { writeDurably } from './journal.ts'
import { listenAgain } from './process.ts'
import { type Faults, serveFiles } from './sftp-session.ts'

export type SftpUser = {
  password: string
  /** The folder that the user sees as /; made when missing, with its folders. */
  root: string
  folders: string[]
}

export type SftpDoor = { host: string; port: number; hostKey: string }

export type SftpServer = {
  /** As the ready line shows it: the host key is the SHA-256 fingerprint as OpenSSH writes it. */
  door: SftpDoor
  /** To be added to the simulator's control doors: breaks connections on purpose. */
  routes: Record<string, (body: unknown) => unknown>
}

/**
 * A real SFTP server on loopback, one root folder per user. An upload is visible only once it is closed or renamed
 * to a finished name; then `onFile` gets its path within the root ("in/claims.837") and the client its reply after that.
 * Names that begin with a dot, or end in .part, .tmp and the like, are unfinished and never reported.
 */
export async function startSftpServer(options: {
  folder: string
  users: Record<string, SftpUser>
  onFile: (user: string, path: string) => Promise<void>
}): Promise<SftpServer> {
  const key = hostKeyIn(options.folder)
  const staging = join(options.folder, 'unfinished')
  rmSync(staging, { recursive: true, force: true })
  mkdirSync(staging, { recursive: true, mode: 0o700 })
  for (const { root, folders } of Object.values(options.users)) {
    for (const folder of ['', ...folders]) mkdirSync(join(root, folder), { recursive: true })
  }

  // Who asked for what, in order: a file brought twice can be told from one that was asked about in between.
  const visits = join(options.folder, 'visits.ndjson')
  const faults = keptFaults(options.folder)
  const sockets = new Map<number | undefined, Socket>()
  const welcome = (client: Connection, socket: Socket) => {
    let user = ''
    client.on('error', () => socket.destroy())
    client.on('authentication', (attempt) => {
      if (!admitted(attempt, options.users)) return attempt.reject(['password'])
      user = attempt.username
      return attempt.accept()
    })
    client.on('session', (accept) => {
      accept().on('sftp', (acceptSftp) => {
        const known = options.users[user]
        if (known === undefined) return socket.destroy()
        serveFiles(acceptSftp(), {
          root: known.root,
          staging,
          faults,
          hangUp: () => socket.destroy(),
          note: (did, path) => appendFileSync(visits, `${JSON.stringify({ user, did, path })}\n`),
          onFile: (path) => options.onFile(user, path),
        })
      })
    })
  }
  const ssh = new ssh2.Server({ hostKeys: [key.private] }, (client, { port }) => {
    const socket = sockets.get(port)
    if (socket === undefined) client.end()
    else welcome(client, socket)
  })
  const server = createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => socket.destroy())
    if (faults.refuseConnections) {
      socket.destroy()
      return
    }
    const from = socket.remotePort
    sockets.set(from, socket)
    socket.on('close', () => sockets.delete(from))
    ssh.injectSocket(socket)
  })
  const port = await listenAgain(server, options.folder, 'sftp')
  return {
    door: { host: '127.0.0.1', port, hostKey: key.fingerprint },
    routes: {
      'GET /faults': () => faults,
      'POST /faults': (body) => {
        Object.assign(faults, faultsOf(body))
        if (faults.refuseConnections) for (const socket of sockets.values()) socket.destroy()
        return faults
      },
    },
  }
}

function admitted(attempt: AuthContext, users: Record<string, SftpUser>): boolean {
  if (attempt.method !== 'password' || !Object.hasOwn(users, attempt.username)) return false
  return users[attempt.username]?.password === attempt.password
}

/** Faults that were ordered stand until they have happened, over a restart too: each change is kept in the folder. */
function keptFaults(folder: string): Faults {
  const file = join(folder, 'faults.json')
  const before = existsSync(file) ? faultsOf(JSON.parse(readFileSync(file, 'utf8'))) : {}
  return new Proxy<Faults>(
    { ...noFaults(), ...before },
    {
      set(faults, name, value) {
        if (!Reflect.set(faults, name, value)) return false
        writeDurably(file, JSON.stringify(faults))
        return true
      },
    },
  )
}

function noFaults(): Faults {
  return {
    dropNextUploadAfterBytes: null,
    dropNextDownloadAfterBytes: null,
    noSpaceForNextUploadAfterBytes: null,
    refuseConnections: false,
    closeAfterUploadBeforeReply: false,
  }
}

function faultsOf(body: unknown): Partial<Faults> {
  const wanted = Object.entries(typeof body === 'object' && body !== null ? body : {})
  for (const [name, value] of wanted) {
    const known = name === 'refuseConnections' || name === 'closeAfterUploadBeforeReply'
    const fits = known ? typeof value === 'boolean' : value === null || (Number.isInteger(value) && value >= 0)
    if (!Object.hasOwn(noFaults(), name) || !fits) throw new RangeError(`no such fault: ${name} = ${value}`)
  }
  return Object.fromEntries(wanted)
}

/** The key made at the first start and kept, so that a restart is the same host to those who pinned it. */
function hostKeyIn(folder: string): { private: string; fingerprint: string } {
  const file = join(folder, 'host-key')
  if (!existsSync(file)) writeDurably(file, newKey())
  const key = readFileSync(file, 'utf8')
  const parsed = ssh2.utils.parseKey(key)
  if (parsed instanceof Error) throw parsed
  const hash = createHash('sha256').update(parsed.getPublicSSH()).digest('base64').replace(/=+$/, '')
  return { private: key, fingerprint: `SHA256:${hash}` }
}

// Three in a thousand keys that ssh2 1.17.0 makes it cannot read itself.
function newKey(): string {
  for (;;) {
    const { private: key } = ssh2.utils.generateKeyPairSync('ed25519')
    if (!(ssh2.utils.parseKey(key) instanceof Error)) return key
  }
}
