import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'
import { StartTrouble } from './start-trouble.ts'

const production = {
  EVENKEEL_MODE: 'production',
  DATABASE_URL: 'postgres://owner@db.example/evenkeel',
  EVENKEEL_URL: 'https://evenkeel.example/',
  EVENKEEL_SIGN_IN_SECRET: 'a secret of more than thirty-two characters',
  EVENKEEL_KEYS_FILE: '/etc/evenkeel/encryption-keys',
  EVENKEEL_CLEARINGHOUSE_HOST: 'sftp.clearinghouse.example',
  EVENKEEL_CLEARINGHOUSE_USER: 'evenkeel',
  EVENKEEL_CLEARINGHOUSE_PASSWORD: 'x',
  EVENKEEL_CLEARINGHOUSE_HOST_KEY: 'abc',
  EVENKEEL_BANK_HOST: 'sftp.bank.example',
  EVENKEEL_BANK_USER: 'evenkeel',
  EVENKEEL_BANK_PASSWORD: 'x',
  EVENKEEL_BANK_HOST_KEY: 'abc',
  EVENKEEL_CARDS_URL: 'https://cards.example',
  EVENKEEL_CARDS_SECRET: 'x',
  EVENKEEL_SMTP_HOST: 'mail.example',
  EVENKEEL_SMTP_USER: 'x',
  EVENKEEL_SMTP_PASSWORD: 'x',
  EVENKEEL_SMTP_FROM: 'evenkeel@mail.example',
}

const aKey = `mine:${Buffer.alloc(32, 1).toString('base64')}`

function wrongWith(environment: Record<string, string>): string[] {
  try {
    readSettings(environment)
    return []
  } catch (error) {
    if (error instanceof StartTrouble) return error.lines
    throw error
  }
}

test('a demonstration needs no setting at all', () => {
  expect(readSettings({})).toMatchObject({ mode: 'demonstration', port: 4000, database: null, crashAt: null })
})

test('production starts with everything it needs', () => {
  expect(wrongWith(production)).toEqual([])
  expect(readSettings(production)).toMatchObject({ url: 'https://evenkeel.example', bank: { port: 22 } })
})

test('production names every missing setting at once, an empty one too', () => {
  const lines = wrongWith({ EVENKEEL_MODE: 'production', EVENKEEL_URL: '' })
  for (const name of Object.keys(production).filter((name) => name !== 'EVENKEEL_MODE')) {
    expect(lines.some((line) => line.startsWith(`${name}: is missing`))).toBe(true)
  }
})

test.each([
  ['a crash point in production', { ...production, EVENKEEL_CRASH_AT: 'clock-moved' }, 'EVENKEEL_CRASH_AT'],
  ['an address without encryption in production', { ...production, EVENKEEL_URL: 'http://x.example' }, 'EVENKEEL_URL'],
  ['a key that is none', { EVENKEEL_KEYS: 'mine:secret' }, 'EVENKEEL_KEYS: Entry 1'],
  ['keys that are given twice', { EVENKEEL_KEYS: aKey, EVENKEEL_KEYS_FILE: 'keys' }, 'EVENKEEL_KEYS: is given beside'],
  ['an unknown mode', { EVENKEEL_MODE: 'staging' }, 'EVENKEEL_MODE'],
  ['a zone that does not exist', { EVENKEEL_ZONE: 'America/Nowhere' }, 'EVENKEEL_ZONE'],
  ['a port that is none', { PORT: '70000' }, 'PORT'],
  ['a mail server without a sender', { EVENKEEL_SMTP_HOST: 'mail.example' }, 'EVENKEEL_SMTP_FROM'],
])('%s is refused by name', (_, environment, name) => {
  expect(wrongWith(environment).join()).toContain(name)
})

test('a crash point may name the time it is passed', () => {
  expect(readSettings({ EVENKEEL_CRASH_AT: 'bank-uploaded:2' }).crashAt).toEqual({ point: 'bank-uploaded', time: 2 })
})
