import { elementTypes } from './element-types.ts'
import { codeOf } from './segment.ts'

/** What a table says of one element, or of one part of a composite element. */
export type ElementRule = {
  element: number
  component: number
  required: boolean
  codes: ReadonlySet<string> | null
}

/** Everything there is to look at in one element, so that one pass over a segment does it. */
export type ElementPlan = {
  required: boolean
  kind: string
  /** Whether there is more to look at than the length. */
  checked: boolean
  least: number
  greatest: number
  /** The codes allowed, also as numbers; null when there is no list, or when the list is what told the segment. */
  codes: ReadonlySet<string> | null
  numbers: readonly number[]
}

/** '08?=XX', '03', '05-2=B'; '06!' for an element that the guide does not use. */
export function elementRule(text: string): ElementRule {
  const match = /^(\d\d)(?:-(\d))?([?!])?(?:=(.*))?$/.exec(text)
  if (match === null) throw new RangeError(`The table has an element it cannot mean: ${text}`)
  return {
    element: Number(match[1]),
    component: Number(match[2] ?? 1),
    required: match[3] === undefined,
    codes: match[3] === '!' ? new Set() : match[4] === undefined ? null : new Set(match[4].split('|')),
  }
}

/** The plan of each element from 1 on; `qualifiedBy` is the element by which the segment was told from others. */
export function elementPlans(id: string, rules: ElementRule[], qualifiedBy: number): (ElementPlan | null)[] {
  const types = elementTypes.get(id) ?? []
  return types.map((type, element) => {
    if (type === null) return null
    const rule = rules.find((each) => each.element === element && each.component === 1)
    const codes = element === qualifiedBy ? null : (rule?.codes ?? null)
    return {
      required: rules.some((each) => each.element === element && each.required),
      kind: type.kind,
      checked: 'MRNDTF'.includes(type.kind),
      least: 'DT'.includes(type.kind) ? 0 : type.least,
      greatest: type.greatest,
      codes,
      numbers: [...(codes ?? [])].map(codeOf),
    }
  })
}
