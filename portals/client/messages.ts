import { createContext, useContext, useEffect } from 'react'
import { fillWords } from '../../business/visits/fill-words.ts'
import { type Language, languages } from '../../business/visits/say-date.ts'

export type { Language }

/**
 * The sentences of a part of the client portal in every language: the same keys with the same {places} in each. A page has
 * its catalogue in a file of its own that ends in `-words.ts`, so that a test finds them all.
 */
export type Catalogue<Key extends string = string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>

export function catalogue<const En extends Record<string, string>>(
  en: En,
  es: Record<keyof En & string, string>,
): Catalogue<keyof En & string> {
  return { en, es }
}

/** Two catalogues as one; a key stands in one of them. */
export function joined<One extends string, Other extends string>(
  one: Catalogue<One>,
  other: Catalogue<Other>,
): Catalogue<One | Other> {
  return { en: { ...one.en, ...other.en }, es: { ...one.es, ...other.es } }
}

/** Says a sentence of a catalogue in the page's language, with its places filled. */
export type Say<Key extends string> = (key: Key, values?: Readonly<Record<string, string | number>>) => string

export function sayIn<Key extends string>(words: Catalogue<Key>, language: Language): Say<Key> {
  return (key, values = {}) => fillWords(words[language][key], values)
}

const LanguageContext = createContext<Language>('en')

export const LanguageProvider = LanguageContext.Provider

export function useLanguage(): Language {
  return useContext(LanguageContext)
}

export function useWords<Key extends string>(words: Catalogue<Key>): Say<Key> {
  return sayIn(words, useLanguage())
}

/** Says to the browser in which language the page is, as long as it is shown. */
export function usePageLanguage(language: Language): void {
  useEffect(() => {
    document.documentElement.lang = language
    return () => {
      document.documentElement.lang = 'en'
    }
  }, [language])
}

const remembered = 'evenkeel-language'

/** The language that the address names, else the account's, else the one chosen here last, else English. */
export function chosenLanguage(named: string | undefined, ofAccount: Language | null = null): Language {
  const known = (text: string | null | undefined) => languages.find((language) => language === text)
  return known(named) ?? ofAccount ?? known(recall()) ?? 'en'
}

/** Keeps the choice for the next visit; a browser that keeps nothing asks again. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(remembered, language)
  } catch {
    // Only the memory is lost: the address still names the language.
  }
}

function recall(): string | null {
  try {
    return localStorage.getItem(remembered)
  } catch {
    return null
  }
}
