type Schema = {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minItems?: number
  minLength?: number
  maxLength?: number
  minimum?: number
  exclusiveMinimum?: number
  format?: string
  pattern?: string
}

/** For tests: a body that a schema takes, with the ids given by the names of its fields. */
export function sampleBody(schema: Schema, ids: Readonly<Record<string, string>>, name = ''): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return sampleBody(choices.find(({ type }) => type !== 'null') ?? {}, ids, name)
  if (schema.allOf !== undefined) return Object.assign({}, ...schema.allOf.map((each) => sampleBody(each, ids, name)))
  const type = [schema.type].flat().find((each) => each !== 'null')
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([key]) => (schema.required ?? []).includes(key) || key in ids)
          .map(([key, value]) => [key, sampleBody(value, ids, key)]),
      )
    case 'array':
      return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () =>
        sampleBody(schema.items ?? {}, ids, name.replace(/s$/, '')),
      )
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1)
    case 'boolean':
      return true
    case 'string':
      return sampleText(schema, ids, name)
    default:
      return null
  }
}

function sampleText(
  { format, minLength = 0, maxLength }: Schema,
  ids: Readonly<Record<string, string>>,
  name: string,
): string {
  if (ids[name] !== undefined) return ids[name]
  if (format === 'uuid') return crypto.randomUUID()
  if (format === 'email' || /email/i.test(name)) return `somebody-${crypto.randomUUID().slice(0, 8)}@example.com`
  if (/At$/.test(name)) return /stop|end/i.test(name) ? '2026-04-20T15:00:00.000Z' : '2026-04-20T14:00:00.000Z'
  if (/On$|^on$|^from$|until|Day$|date/i.test(name)) return '2026-04-20'
  if (name === 'state') return 'NY'
  if (/zip/i.test(name)) return '11375'
  if (/phone/i.test(name)) return '5185550142'
  if (/time|start|stop/i.test(name)) return '09:00'
  const text = 'Nothing in particular'.slice(0, maxLength ?? 200)
  return text.padEnd(minLength, '.')
}
