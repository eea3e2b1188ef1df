import type { Finding } from './finding.ts'

/** One finding in one line for people: where, what, what is there and what should be. */
export function sayFinding(finding: Finding): string {
  const { segment, element, component, claim, value, expected, difference } = finding
  const at = [
    segment,
    element === null ? '' : String(element).padStart(2, '0'),
    component === null ? '' : `-${component}`,
  ].join('')
  const place = [
    `line ${finding.line}`,
    at,
    finding.loop === null ? '' : `loop ${finding.loop}`,
    claim === null ? '' : `claim ${claim}`,
  ]
  const details = [
    value === null || value === '' ? '' : `is ${value}`,
    expected === null || expected === '' ? '' : `expected ${expected}`,
    difference === null ? '' : `off by ${difference} cents`,
  ]
  const said = details.filter(Boolean).join(', ')
  return `${finding.severity} ${finding.code} at ${place.filter(Boolean).join(', ')}: ${finding.message}${said === '' ? '' : ` (${said})`}`
}
