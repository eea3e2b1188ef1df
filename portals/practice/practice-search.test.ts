import { expect, test } from 'vitest'
import { readClientsSearch, readClientTab, readSessionsSearch, readSettingsPart } from './practice-search.ts'

test('a list’s address keeps what can be read, and leaves out the rest', () => {
  expect(readSessionsSearch({ show: 'all', from: '2026-04-01', to: '2026-02-30', page: '3' })).toEqual({
    show: 'all',
    from: '2026-04-01',
    page: 3,
  })
  expect(readSessionsSearch({ show: 'to_confirm', page: '-1' })).toEqual({})
  expect(readClientsSearch({ show: 'archived', q: '' })).toEqual({ show: 'archived' })
  expect(readClientsSearch({ show: 'everyone', q: 'ada' })).toEqual({ q: 'ada' })
})

test('a word that is not known is taken away from the address, which would keep it otherwise', () => {
  const raw = { show: 'everyone', page: 'x', from: 'soon', tab: 'secrets', part: 'secrets' }
  const read = { ...raw, ...readSessionsSearch(raw), ...readClientTab(raw), ...readSettingsPart(raw) }
  expect(read).toEqual({})
  expect({ ...raw, ...readClientsSearch(raw) }.show).toBeUndefined()
})

test('settings open at the profile, whatever else an address names', () => {
  expect(readSettingsPart({ part: 'bank' })).toEqual({ part: 'bank' })
  expect(readSettingsPart({ part: 'secrets' })).toEqual({})
})
