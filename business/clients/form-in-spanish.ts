import spanish from './data/standard-forms-es.json' with { type: 'json' }

/** A form's wording in Spanish, for convenience: what is signed is the English one. Null where there is none yet. */
export function formInSpanish({
  id,
  version,
}: {
  id: string
  version: number
}): { title: string; body: string } | null {
  const form = spanish.forms.find((each) => each.id === id && each.version === version)
  return form === undefined ? null : { title: form.title, body: form.paragraphs.join('\n\n') }
}
