import { isCalendarDate } from '../../libraries/calendar/index.ts'
import type { Show } from '../queries.ts'
import type { ClientsShown } from './practice-queries.ts'

/**
 * What addresses of the practice portal say behind the question mark; whatever cannot be read is left out. The router keeps
 * what an address says unless the same name is answered, so a word that is not known is answered as undefined.
 */

type Search = Record<string, unknown>

/** The named text, where there is one. */
export function text<Name extends string>(search: Search, name: Name): Said<Name> {
  const value = search[name]
  return typeof value === 'string' && value !== '' ? said(name, value) : {}
}

type Said<Name extends string> = { [Key in Name]?: string | undefined }

function said<Name extends string>(name: Name, value: string | undefined): Said<Name> {
  const entries: Record<string, string | undefined> = { [name]: value }
  return entries as Said<Name>
}

export type ClientsSearch = { show?: ClientsShown | undefined; q?: string | undefined }

export function readClientsSearch(search: Search): ClientsSearch {
  return { show: oneOf(search.show, 'prospect', 'archived'), ...text(search, 'q') }
}

/** For whom a session is added, and on which day. */
export function readAddSearch(search: Search): { client?: string | undefined; on?: string | undefined } {
  return { ...text(search, 'client'), ...day(search, 'on') }
}

export type WhatIfSearch = {
  client?: string | undefined
  member?: string | undefined
  on?: string | undefined
  state?: string | undefined
  county?: string | undefined
}

export function readWhatIfSearch(search: Search): WhatIfSearch {
  const who = { ...text(search, 'client'), ...text(search, 'member') }
  // A county's code reads as a number in an address.
  const county = /^\d{4,5}$/.test(String(search.county)) ? { county: String(search.county).padStart(5, '0') } : {}
  return { ...who, ...day(search, 'on'), ...text(search, 'state'), ...county }
}

export type ClientTab = 'billing' | 'clinical' | 'sessions'

export function readClientTab(search: Search): { tab?: ClientTab | undefined; on?: string | undefined } {
  return { tab: oneOf(search.tab, 'clinical', 'sessions'), ...day(search, 'on') }
}

export type SessionsSearch = {
  show?: Show | undefined
  client?: string | undefined
  from?: string | undefined
  to?: string | undefined
  page?: number | undefined
}

export function readSessionsSearch(search: Search): SessionsSearch {
  const page = Number(search.page)
  return {
    show: oneOf(search.show, 'confirmed', 'all'),
    ...text(search, 'client'),
    ...day(search, 'from'),
    ...day(search, 'to'),
    page: Number.isInteger(page) && page > 1 && page < 10_000 ? page : undefined,
  }
}

export const settingsParts = [
  'profile',
  'places',
  'hours',
  'policy',
  'bank',
  'agreement',
  'security',
  'records',
  'data',
] as const

export type SettingsPart = (typeof settingsParts)[number]

export function readSettingsPart(search: Search): { part?: SettingsPart | undefined } {
  const part = settingsParts.find((each) => each === search.part)
  return { part: part === 'profile' ? undefined : part }
}

function day<Name extends string>(search: Search, name: Name): Said<Name> {
  const value = search[name]
  return said(name, typeof value === 'string' && isCalendarDate(value) ? value : undefined)
}

function oneOf<Word extends string>(value: unknown, ...words: Word[]): Word | undefined {
  return words.find((word) => word === value)
}
