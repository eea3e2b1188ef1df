import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import ts from 'typescript'

/** An exported function of a store that is given a connection first, and every way in which it can be asked. */
export type StoreFunction = { file: string; name: string; asked: (values: Values) => unknown[][] }

/** What a value of a name or a branded type may be: the ids of somebody, or of nobody. */
export type Values = {
  byName: Record<string, string>
  /** For a name that says nothing of what it is: each is tried. */
  anyId: readonly string[]
  today: string
  now: string
  world: unknown
}

/** Every exported function of every `…-store.ts` below the folders whose first parameter is a connection. */
export function storeFunctions(root: string, folders: readonly string[]): StoreFunction[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((name) => name.endsWith('-store.ts'))
    .sort()
    .flatMap((file) => functionsIn(join(root, file)).map((one) => ({ ...one, file })))
}

type Source = { path: string; tree: ts.SourceFile }
const sources = new Map<string, Source>()

function sourceOf(path: string): Source {
  const known = sources.get(path)
  if (known !== undefined) return known
  const tree = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const source = { path, tree }
  sources.set(path, source)
  return source
}

function functionsIn(path: string): Omit<StoreFunction, 'file'>[] {
  const source = sourceOf(path)
  return source.tree.statements.flatMap((statement) => {
    if (!ts.isFunctionDeclaration(statement) || statement.name === undefined) return []
    const isExported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    const [db, ...rest] = statement.parameters
    if (!isExported || db?.type?.getText() !== 'Db') return []
    const name = statement.name.text
    const asked = (values: Values) =>
      product(rest.filter(isNeeded).map((each) => valuesOf(each.name.getText(), each.type, source, values)))
    return [{ name, asked }]
  })
}

// What may be left out is left out.
function isNeeded({ questionToken, initializer }: ts.ParameterDeclaration): boolean {
  return questionToken === undefined && initializer === undefined
}

/** Every way to choose one of each. */
function product(choices: unknown[][]): unknown[][] {
  return choices.reduce<unknown[][]>(
    (all, options) => all.flatMap((one) => options.map((option) => [...one, option])),
    [[]],
  )
}

function valuesOf(name: string, type: ts.TypeNode | undefined, source: Source, values: Values): unknown[] {
  if (type === undefined) throw new Error(`${name} in ${source.path} has no type`)
  if (ts.isParenthesizedTypeNode(type)) return valuesOf(name, type.type, source, values)
  if (ts.isTypeOperatorNode(type)) return valuesOf(name, type.type, source, values)
  if (ts.isArrayTypeNode(type)) return [valuesOf(singular(name), type.elementType, source, values)]
  if (ts.isUnionTypeNode(type)) return type.types.flatMap((each) => valuesOf(name, each, source, values))
  if (ts.isLiteralTypeNode(type)) return [literalOf(type)]
  if (ts.isTypeLiteralNode(type)) return objectsOf(type.members, source, values)
  if (ts.isIntersectionTypeNode(type)) {
    return product(type.types.map((each) => valuesOf(name, each, source, values))).map((parts) =>
      Object.assign({}, ...parts),
    )
  }
  if (ts.isIndexedAccessTypeNode(type)) return ['operations']
  if (ts.isTypeReferenceNode(type)) return referencedValues(name, type, source, values)
  const plain: Record<number, unknown[]> = {
    [ts.SyntaxKind.NumberKeyword]: [100],
    [ts.SyntaxKind.BooleanKeyword]: [true, false],
    [ts.SyntaxKind.UndefinedKeyword]: [undefined],
  }
  if (type.kind === ts.SyntaxKind.StringKeyword) return textsOf(name, values)
  const found = plain[type.kind]
  if (found === undefined) throw new Error(`no value for ${name}: ${type.getText()} in ${source.path}`)
  return found
}

function referencedValues(name: string, type: ts.TypeReferenceNode, source: Source, values: Values): unknown[] {
  const called = type.typeName.getText()
  const [inner, keys] = type.typeArguments ?? []
  switch (called) {
    case 'CalendarDate':
      return [values.today]
    case 'Instant':
      return [values.now]
    case 'Cents':
      return [0]
    case 'World':
      return [values.world]
    case 'Period':
      return [{ from: '2020-01-01', until: null }]
    case 'ReadonlySet':
    case 'Set':
      return [new Set(valuesOf(singular(name), inner, source, values))]
    case 'Partial':
      return [{}]
    case 'Pick':
    case 'Omit': {
      const named = new Set(valuesOf(name, keys, source, values) as string[])
      const keeps = (key: string) => named.has(key) === (called === 'Pick')
      return (valuesOf(name, inner, source, values) as object[]).map((one) =>
        Object.fromEntries(Object.entries(one).filter(([key]) => keeps(key))),
      )
    }
  }
  const [alias, where] = aliasOf(called, source)
  return valuesOf(name, alias, where, values)
}

/** The type of this name, in the file or in the one that it is imported from. */
function aliasOf(called: string, source: Source): [ts.TypeNode, Source] {
  for (const statement of source.tree.statements) {
    if (ts.isTypeAliasDeclaration(statement) && statement.name.text === called) return [statement.type, source]
  }
  for (const statement of source.tree.statements) {
    const isFrom = ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)
    if (!isFrom || statement.moduleSpecifier === undefined || !statement.getText().match(new RegExp(`\\b${called}\\b`)))
      continue
    const from = statement.moduleSpecifier.getText().slice(1, -1)
    if (from.startsWith('.')) return aliasOf(called, sourceOf(resolve(dirname(source.path), from)))
  }
  throw new Error(`no type ${called} found from ${source.path}`)
}

function objectsOf(members: ts.NodeArray<ts.TypeElement>, source: Source, values: Values): unknown[] {
  const wanted = members.filter(ts.isPropertySignature).filter((each) => each.questionToken === undefined)
  const names = wanted.map((each) => each.name.getText())
  return product(wanted.map((each) => valuesOf(each.name.getText(), each.type, source, values))).map((row) =>
    Object.fromEntries(row.map((value, index) => [names[index], value])),
  )
}

function literalOf({ literal }: ts.LiteralTypeNode): unknown {
  if (ts.isStringLiteral(literal)) return literal.text
  if (ts.isNumericLiteral(literal)) return Number(literal.text)
  return literal.kind === ts.SyntaxKind.TrueKeyword ? true : literal.kind === ts.SyntaxKind.NullKeyword ? null : false
}

function textsOf(name: string, { byName, anyId }: Values): unknown[] {
  const known = byName[name]
  if (known !== undefined) return [known]
  return [...anyId]
}

function singular(name: string): string {
  return name.endsWith('s') ? name.slice(0, -1) : name
}
