import { Link } from '@tanstack/react-router'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import {
  chosenLanguage,
  type Language,
  LanguageProvider,
  rememberLanguage,
  useLanguage,
  usePageLanguage,
  useWords,
} from '../client/messages.ts'
import { spanishParts } from '../client/spanish-parts.ts'
import { Icon } from '../design/icon.tsx'
import { englishParts, PartWordsProvider } from '../design/part-words.ts'
import shell from '../design/shell.module.css'
import { doorWords } from './account-door-words.ts'
import styles from './public.module.css'

const ChangeContext = createContext<(language: Language) => void>(() => undefined)

/** A page on a client's way in, in the language that the address names or that was chosen here last. */
export function ClientDoor({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(() =>
    chosenLanguage(new URLSearchParams(location.search).get('lang') ?? undefined),
  )
  usePageLanguage(language)
  const change = (to: Language) => {
    rememberLanguage(to)
    setLanguage(to)
  }
  return (
    <LanguageProvider value={language}>
      <PartWordsProvider value={language === 'es' ? spanishParts : englishParts}>
        <ChangeContext value={change}>{children}</ChangeContext>
      </PartWordsProvider>
    </LanguageProvider>
  )
}

/** One thing to do on a client's way in, in a column of its own; the other language stands at the top. */
export function DoorForm({ name, intro, children }: { name: string; intro?: ReactNode; children?: ReactNode }) {
  const say = useWords(doorWords)
  useEffect(() => {
    document.title = `${name}, Evenkeel`
  }, [name])
  return (
    <div className={styles.public}>
      <a className={shell.skip} href="#main">
        {say('skip')}
      </a>
      <header className={styles.top}>
        <Link to="/" className={styles.brand}>
          <Icon name="keel" />
          Evenkeel
        </Link>
        <div className={styles.end}>
          <DoorLanguage />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={[styles.sign, styles.alone].join(' ')}>
        <div>
          <h1>{name}</h1>
          {intro === undefined ? null : <p className={styles.intro}>{intro}</p>}
          {children}
        </div>
      </main>
    </div>
  )
}

/** The way to the other language. */
export function DoorLanguage() {
  const say = useWords(doorWords)
  const other = useLanguage() === 'en' ? 'es' : 'en'
  const change = useContext(ChangeContext)
  return (
    <button type="button" className={styles.language} lang={other} onClick={() => change(other)}>
      {say('otherLanguage')}
    </button>
  )
}
