import type { CodeFinding, CodeInSession } from './check-service-codes.ts'
import { type Certainty, worksAs } from './service-code.ts'
import { telehealthUse } from './service-rules.ts'

/** What a code's own row says against it: its units, its modifiers, who may use it, telehealth, an add-on's base. */
export function findCodeMisuse(inSession: CodeInSession): CodeFinding[] {
  return [
    ...wrongModifiers(inSession),
    ...wrongUnits(inSession),
    ...wrongLicence(inSession),
    ...wrongModality(inSession),
    ...missingBase(inSession),
  ]
}

/** What may be relied on blocks; what is still to be verified only warns. */
export function verdictFor(...certainties: Certainty[]): 'blocked' | 'warned' {
  return certainties.includes('to_verify') ? 'warned' : 'blocked'
}

function wrongModifiers({ line }: CodeInSession): CodeFinding[] {
  const { code, modifiers } = line
  const fine =
    modifiers.length <= 4 &&
    new Set(modifiers).size === modifiers.length &&
    modifiers.every((modifier) => /^[A-Z0-9]{2}$/.test(modifier))
  if (fine) return []
  const words = `${code} takes at most four modifiers, each once, of two letters or digits.`
  return [{ verdict: 'blocked', because: 'modifier_malformed', words }]
}

function wrongUnits({ line, row }: CodeInSession): CodeFinding[] {
  const { code, units } = line
  if (!Number.isSafeInteger(units) || units < 1) {
    return [
      { verdict: 'blocked', because: 'units_not_whole', words: `${code} needs a whole number of units, at least one.` },
    ]
  }
  if (row.maxPerDay === null || units <= row.maxPerDay) return []
  return [
    {
      verdict: verdictFor(row.certainty),
      because: 'units_over_maximum',
      words: `${code} can be billed at most ${row.maxPerDay === 1 ? 'once' : `${row.maxPerDay} times`} a day.`,
      suggestion: { code, units: row.maxPerDay },
    },
  ]
}

function wrongLicence({ line, row, session }: CodeInSession): CodeFinding[] {
  if (row.who.includes('any')) return []
  const licence = worksAs(session.family)
  if (licence === null) {
    const words = `We do not know which codes the licence family "${session.family}" may use. Check ${line.code} yourself.`
    return [{ verdict: 'warned', because: 'licence_family_unknown', words }]
  }
  if (licence.as.some((one) => row.who.includes(one))) return []
  return [
    {
      verdict: verdictFor(row.certainty, licence.certainty),
      because: 'licence_may_not_use_it',
      words: `Your licence does not allow ${line.code} (${row.label}): it is for ${row.who.map(inPlainWords).join(' or ')}.`,
    },
  ]
}

function inPlainWords(who: string): string {
  return `a ${who.replaceAll('_', ' ')}`
}

function wrongModality({ line, row, session }: CodeInSession): CodeFinding[] {
  const use = telehealthUse(line.code)
  if (session.modality === 'in_person' && use === 'only') {
    const words = `${line.code} (${row.label}) is for telehealth only, and this session was in person.`
    return [{ verdict: verdictFor(row.certainty), because: 'telehealth_only', words }]
  }
  if (session.modality === 'in_person' || use === 'may' || use === 'only') return []
  if (use === 'never') {
    const words = `${line.code} (${row.label}) cannot be given by telehealth.`
    return [{ verdict: verdictFor(row.certainty), because: 'not_by_telehealth', words }]
  }
  const words = `Not every insurer pays ${line.code} by telehealth.`
  return [{ verdict: 'warned', because: 'telehealth_depends_on_payer', words }]
}

function missingBase({ line, row, session }: CodeInSession): CodeFinding[] {
  const { addonTo } = row
  if (addonTo === null || addonTo.some((base) => session.codes.has(base))) return []
  const [only] = addonTo
  return [
    {
      verdict: verdictFor(row.certainty),
      because: 'add_on_without_base',
      words: `${line.code} is an add-on: it needs one of ${addonTo.join(', ')} in the same session.`,
      ...(addonTo.length === 1 && only !== undefined ? { suggestion: { code: only, units: 1 } } : {}),
    },
  ]
}
