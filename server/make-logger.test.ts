import { expect, test } from 'vitest'
import { makeLogger } from './make-logger.ts'

function logged(write: (log: ReturnType<typeof makeLogger>) => void): string {
  const lines: string[] = []
  write(makeLogger('info', { write: (line) => void lines.push(line) }))
  return lines.join('')
}

test('a line keeps ids and leaves out what says something about a person', () => {
  const person = { id: 'p-1', name: 'Jane Roe', email: 'jane@example.com', memberId: 'W123', diagnoses: ['F41.1'] }
  const lines = logged((log) => {
    log.info(person, 'seen')
    log.info({ person, request: { body: { note: 'she said' }, headers: { cookie: 'session' } } }, 'seen')
    log.info({ deep: { person } }, 'seen')
  })
  expect(lines).toContain('p-1')
  expect(lines).not.toMatch(/Jane|jane@|W123|F41|she said|=session|"session"/)
})

test('an error is told by its kind and its places in the code, and a database’s never by its values', () => {
  const database = Object.assign(new Error('Key (email)=(jane@example.com) already exists'), {
    code: '23505',
    severity: 'ERROR',
    table: 'user',
    constraint: 'user_email_key',
    detail: 'Key (email)=(jane@example.com)',
  })
  const wrapped = new Error('could not add "Jane Roe"', { cause: database })
  const lines = logged((log) => log.error({ err: wrapped }, 'failed'))
  expect(lines).toContain('database error 23505 at user constraint user_email_key')
  expect(lines).toContain('make-logger.test.ts')
  expect(lines).not.toMatch(/jane/i)
})
