const families: Record<string, string> = {
  psychologist: 'Psychologists',
  social_work: 'Social workers',
  counselor: 'Counselors',
  marriage_family: 'Marriage and family therapists',
  aprn: 'Psychiatric nurse practitioners',
  physician: 'Psychiatrists',
  physician_assistant: 'Physician assistants',
}

/** A licence family as people call those who belong to it; one that is new here by its own name. */
export function sayFamily(family: string): string {
  const plain = family.replaceAll('_', ' ')
  return families[family] ?? plain.charAt(0).toUpperCase() + plain.slice(1)
}
