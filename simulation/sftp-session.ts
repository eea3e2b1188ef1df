import { randomUUID } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname, join, posix } from 'node:path'
import ssh2, { type Attributes, type FileEntry, type SFTPWrapper } from 'ssh2'
import { syncFolder } from './journal.ts'

/** What goes wrong on purpose. The bytes are those of one file; each but `refuseConnections` happens once. */
export type Faults = {
  dropNextUploadAfterBytes: number | null
  dropNextDownloadAfterBytes: number | null
  /** The server's disk is full: the write is refused, and the connection stays. */
  noSpaceForNextUploadAfterBytes: number | null
  refuseConnections: boolean
  closeAfterUploadBeforeReply: boolean
}

type Place = {
  root: string
  staging: string
  faults: Faults
  hangUp: () => void
  /** Keeps what the client did, in order: looked into a folder, began to write a file, brought a finished one. */
  note: (did: 'lists' | 'writes' | 'brings', path: string) => void
  onFile: (path: string) => Promise<void>
}

type Handle =
  | { kind: 'download'; descriptor: number; bytes: number }
  | { kind: 'upload'; descriptor: number; bytes: number; appends: boolean; unfinished: string; path: string }
  | { kind: 'listing'; names: string[]; path: string }

type Session = { sftp: SFTPWrapper; place: Place; handles: Map<number, Handle>; next: number }

const { OPEN_MODE, STATUS_CODE } = ssh2.utils.sftp
const namesPerAnswer = 100

/** Whether a file of this name is finished; clients upload under another one and rename. */
export function isFinishedName(name: string): boolean {
  return !name.startsWith('.') && !/\.(part|partial|tmp|filepart|uploading)$/.test(name)
}

/** Answers one client's requests over its root folder. Everything but the report of a finished file is synchronous. */
export function serveFiles(sftp: SFTPWrapper, place: Place): void {
  const session: Session = { sftp, place, handles: new Map(), next: 0 }
  sftp.on('OPEN', guarded(session, open))
  sftp.on('READ', guarded(session, read))
  sftp.on('WRITE', guarded(session, write))
  sftp.on('CLOSE', guarded(session, close))
  sftp.on('FSTAT', guarded(session, statOpen))
  sftp.on('OPENDIR', guarded(session, openFolder))
  sftp.on('READDIR', guarded(session, list))
  sftp.on('STAT', guarded(session, stat))
  sftp.on('LSTAT', guarded(session, stat))
  sftp.on('REALPATH', guarded(session, realPath))
  sftp.on('RENAME', guarded(session, rename))
  sftp.on('REMOVE', guarded(session, onPath(unlinkSync)))
  sftp.on('MKDIR', guarded(session, onPath(mkdirSync)))
  sftp.on('RMDIR', guarded(session, onPath(rmdirSync)))
  sftp.on('SETSTAT', (request) => sftp.status(request, STATUS_CODE.OK))
  sftp.on('FSETSTAT', (request) => sftp.status(request, STATUS_CODE.OK))
  sftp.on('close', () => abandon(session))
  sftp.on('end', () => abandon(session))
}

type Request<Rest extends unknown[]> = (session: Session, request: number, ...rest: Rest) => void | Promise<void>

/** Every request is answered: what goes wrong becomes the status that SFTP has for it. */
function guarded<Rest extends unknown[]>(session: Session, deed: Request<Rest>) {
  return async (request: number, ...rest: Rest): Promise<void> => {
    try {
      await deed(session, request, ...rest)
    } catch (problem) {
      session.sftp.status(request, statusOf(problem))
    }
  }
}

function onPath(deed: (path: string) => void): Request<[path: string]> {
  return (session, request, path) => {
    deed(real(session, path))
    session.sftp.status(request, STATUS_CODE.OK)
  }
}

function stat(session: Session, request: number, path: string): void {
  session.sftp.attrs(request, attributes(statSync(real(session, path))))
}

function statOpen(session: Session, request: number, handle: Buffer): void {
  const open = handleOf(session, handle)
  if (open.kind === 'listing') throw new RangeError('a folder')
  session.sftp.attrs(request, attributes(fstatSync(open.descriptor)))
}

function realPath(session: Session, request: number, path: string): void {
  const filename = posix.resolve('/', path)
  session.sftp.name(request, [{ filename, longname: filename, attrs: attributes(null) }])
}

function open(session: Session, request: number, path: string, flags: number): void {
  const target = real(session, path)
  const exists = existsSync(target)
  if ((flags & OPEN_MODE.WRITE) === 0) {
    if (exists && statSync(target).isDirectory()) throw new RangeError('a folder')
    answerHandle(session, request, { kind: 'download', descriptor: openSync(target, 'r'), bytes: 0 })
    return
  }
  if (exists && (flags & OPEN_MODE.EXCL) !== 0) throw new RangeError('there already')
  if (!exists && ((flags & OPEN_MODE.CREAT) === 0 || !existsSync(dirname(target)))) throw missing()
  session.place.note('writes', path)
  const unfinished = join(session.place.staging, randomUUID())
  if (exists && (flags & OPEN_MODE.TRUNC) === 0) copyFileSync(target, unfinished)
  answerHandle(session, request, {
    kind: 'upload',
    descriptor: openSync(unfinished, existsSync(unfinished) ? 'r+' : 'w+'),
    bytes: 0,
    appends: (flags & OPEN_MODE.APPEND) !== 0,
    unfinished,
    path,
  })
}

function read(session: Session, request: number, handle: Buffer, offset: number, length: number): void {
  const open = handleOf(session, handle)
  if (open.kind === 'listing') throw new RangeError('a folder')
  const { faults } = session.place
  const buffer = Buffer.alloc(Math.min(length, 256 * 1024))
  const count = readSync(open.descriptor, buffer, 0, buffer.length, offset)
  const limit = faults.dropNextDownloadAfterBytes
  if (open.kind === 'download' && limit !== null && open.bytes + count > limit) {
    faults.dropNextDownloadAfterBytes = null
    session.place.hangUp()
    return
  }
  open.bytes += count
  if (count === 0) session.sftp.status(request, STATUS_CODE.EOF)
  else session.sftp.data(request, buffer.subarray(0, count))
}

function write(session: Session, request: number, handle: Buffer, offset: number, data: Buffer): void {
  const open = handleOf(session, handle)
  if (open.kind !== 'upload') throw new RangeError('not open for writing')
  const { faults } = session.place
  const reaches = (limit: number | null) => limit !== null && open.bytes + data.length > limit
  if (reaches(faults.dropNextUploadAfterBytes)) {
    faults.dropNextUploadAfterBytes = null
    abandon(session)
    session.place.hangUp()
    return
  }
  if (reaches(faults.noSpaceForNextUploadAfterBytes)) {
    faults.noSpaceForNextUploadAfterBytes = null
    // Version 3 of the protocol has no status of its own for it (draft-ietf-secsh-filexfer-02, section 7).
    session.sftp.status(request, STATUS_CODE.FAILURE, 'No space left on device')
    return
  }
  const start = open.appends ? fstatSync(open.descriptor).size : offset
  let written = 0
  while (written < data.length) {
    written += writeSync(open.descriptor, data, written, data.length - written, start + written)
  }
  open.bytes += data.length
  session.sftp.status(request, STATUS_CODE.OK)
}

async function close(session: Session, request: number, handle: Buffer): Promise<void> {
  const open = handleOf(session, handle)
  session.handles.delete(handle.readUInt32BE(0))
  if (open.kind !== 'listing' && open.kind !== 'upload') closeSync(open.descriptor)
  if (open.kind === 'upload') {
    fsyncSync(open.descriptor)
    closeSync(open.descriptor)
    const target = real(session, open.path)
    renameSync(open.unfinished, target)
    syncFolder(dirname(target))
    await reportFile(session, request, open.path)
    return
  }
  session.sftp.status(request, STATUS_CODE.OK)
}

async function rename(session: Session, request: number, from: string, to: string): Promise<void> {
  const target = real(session, to)
  if (existsSync(target)) throw new RangeError('there already')
  renameSync(real(session, from), target)
  syncFolder(dirname(target))
  if (statSync(target).isFile()) await reportFile(session, request, to)
  else session.sftp.status(request, STATUS_CODE.OK)
}

/** Tells the simulator of a finished file before the client hears that it arrived. */
async function reportFile(session: Session, request: number, path: string): Promise<void> {
  const { faults, hangUp, onFile } = session.place
  const within = posix.resolve('/', path).slice(1)
  if (isFinishedName(posix.basename(within))) {
    session.place.note('brings', within)
    await onFile(within)
    if (faults.closeAfterUploadBeforeReply) {
      faults.closeAfterUploadBeforeReply = false
      hangUp()
      return
    }
  }
  session.sftp.status(request, STATUS_CODE.OK)
}

function openFolder(session: Session, request: number, path: string): void {
  session.place.note('lists', path)
  const names = readdirSync(real(session, path))
    .filter((name) => !name.startsWith('.'))
    .toSorted()
  answerHandle(session, request, { kind: 'listing', names, path })
}

function list(session: Session, request: number, handle: Buffer): void {
  const open = handleOf(session, handle)
  if (open.kind !== 'listing') throw new RangeError('not a folder')
  if (open.names.length === 0) {
    session.sftp.status(request, STATUS_CODE.EOF)
    return
  }
  const entries = open.names.splice(0, namesPerAnswer).flatMap((filename): FileEntry[] => {
    const stats = statSync(join(real(session, open.path), filename), { throwIfNoEntry: false })
    if (stats === undefined) return []
    const mode = stats.isDirectory() ? 'drwxr-xr-x' : '-rw-r--r--'
    const longname = `${mode} 1 0 0 ${stats.size} Jan  1  1970 ${filename}`
    return [{ filename, longname, attrs: attributes(stats) }]
  })
  session.sftp.name(request, entries)
}

function answerHandle(session: Session, request: number, handle: Handle): void {
  const number = session.next
  session.next += 1
  session.handles.set(number, handle)
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(number)
  session.sftp.handle(request, bytes)
}

function handleOf(session: Session, handle: Buffer): Handle {
  const open = handle.length === 4 ? session.handles.get(handle.readUInt32BE(0)) : undefined
  if (open === undefined) throw new RangeError('no such handle')
  return open
}

/** Forgets what was open when the connection ended: an upload that was not closed leaves nothing. */
function abandon(session: Session): void {
  for (const handle of session.handles.values()) {
    if (handle.kind !== 'listing') closeSync(handle.descriptor)
    if (handle.kind === 'upload') rmSync(handle.unfinished, { force: true })
  }
  session.handles.clear()
}

/** The path on this machine; whatever the client says, it stays within the root. */
function real(session: Session, path: string): string {
  if (path.includes('\0')) throw new RangeError('no path')
  return join(session.place.root, posix.resolve('/', path))
}

/** Times are never told: nobody may rely on them. */
function attributes(stats: Stats | null): Attributes {
  const isFile = stats?.isFile() ?? false
  return {
    mode: isFile ? 0o100644 : 0o040755,
    uid: 0,
    gid: 0,
    size: isFile ? (stats?.size ?? 0) : 0,
    atime: 0,
    mtime: 0,
  }
}

function missing(): Error {
  return Object.assign(new Error('no such file'), { code: 'ENOENT' })
}

function statusOf(problem: unknown): number {
  const code = problem instanceof Error && 'code' in problem ? problem.code : undefined
  return code === 'ENOENT' || code === 'ENOTDIR' ? STATUS_CODE.NO_SUCH_FILE : STATUS_CODE.FAILURE
}
