import { Button, NumberInput, Select } from '@mantine/core'
import type { BilledCode, CodeVerdict, ServiceCode } from '../contract.ts'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import styles from './choices.module.css'
import type { Draft } from './confirm-draft.ts'

type Props = {
  draft: Draft
  set: (change: Partial<Draft>) => void
  catalogue: ServiceCode[]
  verdicts: CodeVerdict[]
  /** The session's minutes as entered; null while the times cannot be read. */
  minutes: number | null
}

/** The service codes, those in common use on top; under each, what its time rule needs and what would fit instead. */
export function CodeChoice({ draft, set, catalogue, verdicts, minutes }: Props) {
  const lines: BilledCode[] = draft.codes.length > 0 ? draft.codes : [{ code: '', modifiers: [], units: 1 }]
  const change = (index: number, line: Partial<BilledCode> | null) => {
    const codes = lines.flatMap((each, at) => (at !== index ? [each] : line === null ? [] : [{ ...each, ...line }]))
    set({ codes: codes.filter(({ code }) => code !== ''), codesChosen: true })
  }
  const canAdd = draft.codes.length > 0 && draft.codes.length < 4
  return (
    <div className={styles.codes}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place, its code may change
        <div key={index}>
          <CodeLine line={line} index={index} catalogue={catalogue} change={(to) => change(index, to)} />
          <Verdict
            verdict={verdicts.find(({ code }) => code === line.code)}
            row={catalogue.find(({ code }) => code === line.code)}
            minutes={minutes}
            use={(code) => change(index, { code })}
          />
        </div>
      ))}
      {canAdd ? (
        <div>
          <AddCode
            catalogue={catalogue.filter(({ code }) => !draft.codes.some((line) => line.code === code))}
            add={(code) => set({ codes: [...draft.codes, { code, modifiers: [], units: 1 }], codesChosen: true })}
          />
        </div>
      ) : null}
    </div>
  )
}

type LineProps = {
  line: BilledCode
  index: number
  catalogue: ServiceCode[]
  change: (to: Partial<BilledCode> | null) => void
}

function CodeLine({ line, index, catalogue, change }: LineProps) {
  const further = index > 0
  return (
    <div className={[styles.code, further ? styles.further : ''].join(' ')}>
      <Select
        label={further ? `Service ${index + 1}` : 'Service'}
        placeholder="Search by code or words"
        searchable
        allowDeselect={false}
        data={grouped(catalogue)}
        value={line.code === '' ? null : line.code}
        onChange={(code) => (code === null ? undefined : change({ code, units: 1 }))}
        nothingFoundMessage="No service code in force that day says this."
        maxDropdownHeight={320}
      />
      {further ? (
        <>
          <NumberInput
            label="Units"
            min={1}
            max={24}
            allowDecimal={false}
            hideControls
            value={line.units}
            onChange={(units) => change({ units: Math.max(1, Number(units) || 1) })}
          />
          <Button variant="subtle" onClick={() => change(null)} aria-label={`Remove ${line.code}`}>
            Remove
          </Button>
        </>
      ) : null}
    </div>
  )
}

function AddCode({ catalogue, add }: { catalogue: ServiceCode[]; add: (code: string) => void }) {
  return (
    <details className={styles.why}>
      <summary>Add another service</summary>
      <Select
        mt={8}
        aria-label="Another service"
        placeholder="Search by code or words"
        searchable
        data={grouped(catalogue)}
        value={null}
        onChange={(code) => (code === null ? undefined : add(code))}
        nothingFoundMessage="No service code in force that day says this."
        maxDropdownHeight={320}
      />
    </details>
  )
}

type VerdictProps = {
  verdict: CodeVerdict | undefined
  row: ServiceCode | undefined
  minutes: number | null
  use: (code: string) => void
}

function Verdict({ verdict, row, minutes, use }: VerdictProps) {
  if (!verdict) return null
  const fits = verdict.verdict === 'ok'
  const blocked = verdict.verdict === 'blocked'
  const { suggestion } = verdict
  return (
    <div className={[page.hint, blocked ? page.no : ''].join(' ')}>
      <Icon name={fits ? 'check' : 'lack'} small />
      <div>
        {fits && row && minutes !== null ? sayFit(row, minutes) : verdict.words}
        {suggestion && suggestion !== verdict.code ? (
          <div>
            <button type="button" className={styles.use} onClick={() => use(suggestion)}>
              Use {suggestion}
            </button>
          </div>
        ) : null}
      </div>
    </div>
  )
}

/** The code's time rule beside the session's minutes; a code without one just fits. */
function sayFit({ code, minutesMin, minutesMax }: ServiceCode, minutes: number): string {
  if (minutesMin === null) return `${code} fits; its time is not counted.`
  const range = minutesMax === null ? `${minutesMin} or more` : `${minutesMin} to ${minutesMax}`
  return `${minutes} minutes fit ${code}, which needs ${range}.`
}

function grouped(catalogue: ServiceCode[]) {
  const items = (common: boolean) =>
    catalogue
      .filter((each) => each.common === common)
      .map(({ code, label }) => ({ value: code, label: `${code}, ${label}` }))
  return [
    { group: 'In common use', items: items(true) },
    { group: 'All others in force that day', items: items(false) },
  ].filter(({ items }) => items.length > 0)
}
