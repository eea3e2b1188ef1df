import { resolve } from 'node:path'
import { z } from 'zod'
import { readWrappingKeys } from '../database/wrapping-keys.ts'
import { StartTrouble } from './start-trouble.ts'

export type SftpSettings = {
  host: string
  port: number
  user: string
  password: string
  /** SHA-256 of the host's key in base64, as `ssh-keygen -l` prints it after 'SHA256:'. */
  hostKey: string
}
export type CardSettings = { url: string; secret: string }
export type MailSettings = { host: string; port: number; user: string; password: string; from: string }
export type DatabaseUrls = { owner: string; portal?: string; operations?: string; signIn?: string }

export type Settings = {
  mode: 'demonstration' | 'production'
  dataFolder: string
  /** What a new demonstration is filled with: half a year that was played, or the plain story of April. */
  network: 'lived_in' | 'story'
  /** The database's name on the embedded server. */
  databaseName: string
  port: number
  /** The address that people type, without a slash at its end. */
  url: string
  zone: string
  operatorName: string
  /** Null: the embedded server. */
  database: DatabaseUrls | null
  databasePatienceSeconds: number
  signInSecret: string | null
  /** The operator's encryption keys themselves, or the file that holds them; null: the data folder's own file. */
  encryptionKeys: string | null
  encryptionKeysFile: string | null
  clearinghouse: SftpSettings | null
  bank: SftpSettings | null
  cards: CardSettings | null
  mail: MailSettings | null
  crashAt: { point: string; time: number } | null
  logLevel: string
  watchStdin: boolean
  /** A process above this one starts it again when it is killed (start-command.ts), and ends with it. */
  supervised: boolean
}

const neededInProduction = [
  'DATABASE_URL',
  'EVENKEEL_URL',
  'EVENKEEL_SIGN_IN_SECRET',
  'EVENKEEL_CLEARINGHOUSE_HOST',
  'EVENKEEL_CLEARINGHOUSE_USER',
  'EVENKEEL_CLEARINGHOUSE_PASSWORD',
  'EVENKEEL_CLEARINGHOUSE_HOST_KEY',
  'EVENKEEL_BANK_HOST',
  'EVENKEEL_BANK_USER',
  'EVENKEEL_BANK_PASSWORD',
  'EVENKEEL_BANK_HOST_KEY',
  'EVENKEEL_CARDS_URL',
  'EVENKEEL_CARDS_SECRET',
  'EVENKEEL_SMTP_HOST',
  'EVENKEEL_SMTP_USER',
  'EVENKEEL_SMTP_PASSWORD',
  'EVENKEEL_SMTP_FROM',
] as const

const port = z.coerce.number().int().min(0).max(65_535)
const filled = z.string().trim().min(1)

const Environment = z.object({
  EVENKEEL_MODE: z.enum(['demonstration', 'production']).default('demonstration'),
  EVENKEEL_DATA: filled.default('data'),
  EVENKEEL_NETWORK: z.enum(['lived_in', 'story']).default('lived_in'),
  EVENKEEL_ZONE: filled.refine(isTimeZone, 'is not a time zone').default('America/New_York'),
  EVENKEEL_OPERATOR_NAME: filled.default('Evenkeel'),
  EVENKEEL_URL: z.url({ protocol: /^https?$/ }).optional(),
  EVENKEEL_SIGN_IN_SECRET: z.string().min(32, 'needs at least 32 characters').optional(),
  EVENKEEL_KEYS: filled.optional(),
  EVENKEEL_KEYS_FILE: filled.optional(),
  EVENKEEL_DATABASE_PATIENCE_SECONDS: z.coerce.number().min(0).max(3600).default(15),
  EVENKEEL_CRASH_AT: filled.regex(/^[a-z0-9-]+(:[1-9]\d*)?$/).optional(),
  EVENKEEL_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).optional(),
  EVENKEEL_WATCH_STDIN: z.stringbool().default(false),
  EVENKEEL_SUPERVISED: z.stringbool().default(false),
  PORT: port.default(4000),
  DATABASE_URL: filled.optional(),
  DATABASE_URL_PORTAL: filled.optional(),
  DATABASE_URL_OPERATIONS: filled.optional(),
  DATABASE_URL_SIGN_IN: filled.optional(),
  EVENKEEL_CLEARINGHOUSE_HOST: filled.optional(),
  EVENKEEL_CLEARINGHOUSE_PORT: port.default(22),
  EVENKEEL_CLEARINGHOUSE_USER: filled.optional(),
  EVENKEEL_CLEARINGHOUSE_PASSWORD: filled.optional(),
  EVENKEEL_CLEARINGHOUSE_HOST_KEY: filled.optional(),
  EVENKEEL_BANK_HOST: filled.optional(),
  EVENKEEL_BANK_PORT: port.default(22),
  EVENKEEL_BANK_USER: filled.optional(),
  EVENKEEL_BANK_PASSWORD: filled.optional(),
  EVENKEEL_BANK_HOST_KEY: filled.optional(),
  EVENKEEL_CARDS_URL: z.url({ protocol: /^https?$/ }).optional(),
  EVENKEEL_CARDS_SECRET: filled.optional(),
  EVENKEEL_SMTP_HOST: filled.optional(),
  EVENKEEL_SMTP_PORT: port.default(587),
  EVENKEEL_SMTP_USER: filled.optional(),
  EVENKEEL_SMTP_PASSWORD: filled.optional(),
  EVENKEEL_SMTP_FROM: filled.optional(),
})

type Environment = z.output<typeof Environment>

/** Reads the environment; everything that is wrong with it is named in one StartTrouble. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const read = Environment.safeParse(given)
  if (!read.success) {
    throw new StartTrouble(
      'The settings are not complete',
      read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    )
  }
  const wrong = wrongTogether(read.data)
  if (wrong.length > 0) throw new StartTrouble('The settings are not complete', wrong)
  return settingsFrom(read.data)
}

function wrongTogether(env: Environment): string[] {
  const wrong: string[] = []
  const anySmtp = env.EVENKEEL_SMTP_HOST !== undefined && env.EVENKEEL_MODE !== 'production'
  for (const name of ['EVENKEEL_SMTP_USER', 'EVENKEEL_SMTP_PASSWORD', 'EVENKEEL_SMTP_FROM'] as const) {
    if (anySmtp && env[name] === undefined) wrong.push(`${name}: is missing beside EVENKEEL_SMTP_HOST`)
  }
  if (env.EVENKEEL_KEYS !== undefined && env.EVENKEEL_KEYS_FILE !== undefined)
    wrong.push('EVENKEEL_KEYS: is given beside EVENKEEL_KEYS_FILE; one of them says which keys hold')
  wrong.push(...wrongKeys(env.EVENKEEL_KEYS))
  if (env.EVENKEEL_MODE !== 'production') return wrong
  if (env.EVENKEEL_KEYS === undefined && env.EVENKEEL_KEYS_FILE === undefined)
    wrong.push('EVENKEEL_KEYS_FILE: is missing (EVENKEEL_MODE=production needs it, or EVENKEEL_KEYS)')
  for (const name of neededInProduction) {
    if (env[name] === undefined) wrong.push(`${name}: is missing (EVENKEEL_MODE=production needs it)`)
  }
  if (env.EVENKEEL_URL?.startsWith('http:')) wrong.push('EVENKEEL_URL: must begin with https: in production')
  if (env.EVENKEEL_CARDS_URL?.startsWith('http:'))
    wrong.push('EVENKEEL_CARDS_URL: must begin with https: in production')
  if (env.EVENKEEL_CRASH_AT !== undefined) {
    wrong.push('EVENKEEL_CRASH_AT: is for tests and refused with EVENKEEL_MODE=production')
  }
  return wrong
}

function wrongKeys(keys: string | undefined): string[] {
  if (keys === undefined) return []
  try {
    readWrappingKeys(keys)
    return []
  } catch (error) {
    return [`EVENKEEL_KEYS: ${error instanceof Error ? error.message : error}`]
  }
}

function settingsFrom(env: Environment): Settings {
  return {
    mode: env.EVENKEEL_MODE,
    dataFolder: resolve(env.EVENKEEL_DATA),
    network: env.EVENKEEL_NETWORK,
    databaseName: 'evenkeel',
    port: env.PORT,
    url: (env.EVENKEEL_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    zone: env.EVENKEEL_ZONE,
    operatorName: env.EVENKEEL_OPERATOR_NAME,
    database: databaseUrls(env),
    databasePatienceSeconds: env.EVENKEEL_DATABASE_PATIENCE_SECONDS,
    signInSecret: env.EVENKEEL_SIGN_IN_SECRET ?? null,
    encryptionKeys: env.EVENKEEL_KEYS ?? null,
    encryptionKeysFile: env.EVENKEEL_KEYS_FILE === undefined ? null : resolve(env.EVENKEEL_KEYS_FILE),
    clearinghouse: sftp(env, 'CLEARINGHOUSE'),
    bank: sftp(env, 'BANK'),
    cards:
      env.EVENKEEL_CARDS_URL === undefined || env.EVENKEEL_CARDS_SECRET === undefined
        ? null
        : { url: env.EVENKEEL_CARDS_URL, secret: env.EVENKEEL_CARDS_SECRET },
    mail: mail(env),
    crashAt: crashPoint(env.EVENKEEL_CRASH_AT),
    // Whoever tries it out reads the terminal; whoever operates it collects lines.
    logLevel: env.EVENKEEL_LOG_LEVEL ?? (env.EVENKEEL_MODE === 'production' ? 'info' : 'warn'),
    watchStdin: env.EVENKEEL_WATCH_STDIN,
    supervised: env.EVENKEEL_SUPERVISED,
  }
}

function databaseUrls(env: Environment): DatabaseUrls | null {
  if (env.DATABASE_URL === undefined) return null
  return {
    owner: env.DATABASE_URL,
    ...(env.DATABASE_URL_PORTAL === undefined ? {} : { portal: env.DATABASE_URL_PORTAL }),
    ...(env.DATABASE_URL_OPERATIONS === undefined ? {} : { operations: env.DATABASE_URL_OPERATIONS }),
    ...(env.DATABASE_URL_SIGN_IN === undefined ? {} : { signIn: env.DATABASE_URL_SIGN_IN }),
  }
}

function sftp(env: Environment, partner: 'CLEARINGHOUSE' | 'BANK'): SftpSettings | null {
  const host = env[`EVENKEEL_${partner}_HOST`]
  const user = env[`EVENKEEL_${partner}_USER`]
  const password = env[`EVENKEEL_${partner}_PASSWORD`]
  const hostKey = env[`EVENKEEL_${partner}_HOST_KEY`]
  if (host === undefined || user === undefined || password === undefined || hostKey === undefined) return null
  return { host, port: env[`EVENKEEL_${partner}_PORT`], user, password, hostKey }
}

function mail(env: Environment): MailSettings | null {
  const { EVENKEEL_SMTP_HOST: host, EVENKEEL_SMTP_USER: user, EVENKEEL_SMTP_PASSWORD: password } = env
  const from = env.EVENKEEL_SMTP_FROM
  if (host === undefined || user === undefined || password === undefined || from === undefined) return null
  return { host, port: env.EVENKEEL_SMTP_PORT, user, password, from }
}

function crashPoint(text: string | undefined): Settings['crashAt'] {
  if (text === undefined) return null
  const [point = '', time = '1'] = text.split(':')
  return { point, time: Number(time) }
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
