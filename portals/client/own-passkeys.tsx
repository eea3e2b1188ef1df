import { englishPasskeys } from '../design/passkey-words.ts'
import { PasskeysPart } from '../design/passkeys-part.tsx'
import { useLanguage } from './messages.ts'
import { spanishPasskeys } from './spanish-passkeys.ts'

/** A client's passkeys, in the language of the page. */
export function OwnPasskeys() {
  const language = useLanguage()
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-US' : 'es-US', { dateStyle: 'medium' })
  return (
    <PasskeysPart
      sayWhen={(moment) => format.format(new Date(moment))}
      words={language === 'en' ? englishPasskeys : spanishPasskeys}
    />
  )
}
