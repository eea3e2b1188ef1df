import { MultiSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DiagnosisCode, SessionPage } from '../contract.ts'
import { sayShortDay } from '../design/say-day.ts'
import { diagnosisCodesQuery } from '../queries.ts'
import type { Draft } from './confirm-draft.ts'

type Props = { practiceId: string; session: SessionPage; draft: Draft; set: (change: Partial<Draft>) => void }

/** The diagnoses treated, the first one leading; found by code or by words, prefilled with the client's last ones. */
export function DiagnosisChoice({ practiceId, session, draft, set }: Props) {
  const [search, setSearch] = useState('')
  const [asked] = useDebouncedValue(search.trim(), 200)
  const found = useQuery(diagnosisCodesQuery(practiceId, asked))
  // What was found for other words is not offered: Enter would choose it.
  const searching = asked !== search.trim() || found.isPlaceholderData || found.isPending
  const offered = searching ? [] : (found.data ?? [])
  const chosen = useQueries({ queries: draft.diagnoses.map((code) => diagnosisCodesQuery(practiceId, code)) })
  const known = new Map<string, DiagnosisCode>()
  for (const code of draft.diagnoses) known.set(code, { code, label: '' })
  for (const each of [...chosen.flatMap(({ data }) => data ?? []), ...offered]) {
    if (known.get(each.code)?.label !== '' || draft.diagnoses.includes(each.code)) known.set(each.code, each)
  }
  const shown = [...draft.diagnoses, ...offered.map(({ code }) => code)]
  const data = [...new Set(shown)].map((code) => ({ value: code, label: nameOf(known.get(code), code) }))
  const last = session.lastTime
  const same = last !== null && last.diagnoses.join() === draft.diagnoses.join()
  return (
    <MultiSelect
      label={draft.diagnoses.length > 1 ? 'Diagnoses' : 'Diagnosis'}
      placeholder={draft.diagnoses.length === 0 ? 'Search by code or words' : ''}
      description={same ? `Same as on ${sayShortDay(last.serviceOn)}.` : 'The first one leads. Up to twelve.'}
      data={data}
      value={draft.diagnoses}
      onChange={(diagnoses) => set({ diagnoses })}
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      filter={({ options }) => options}
      hidePickedOptions
      maxValues={12}
      maxDropdownHeight={320}
      nothingFoundMessage={searching ? 'Searching…' : 'No diagnosis in force that day says this.'}
    />
  )
}

function nameOf(known: DiagnosisCode | undefined, code: string): string {
  return known && known.label !== '' ? `${code}, ${known.label}` : code
}
