import ts from 'typescript'

/** The string members of every exported union in a source file, each with the union's name: the words of our contract. */
export function wordsOfUnions(source: string): { union: string; word: string }[] {
  const file = ts.createSourceFile('file.ts', source, ts.ScriptTarget.Latest)
  return file.statements.flatMap((statement) => {
    if (!ts.isTypeAliasDeclaration(statement) || !isExported(statement)) return []
    return wordsOf(statement.type).map((word) => ({ union: statement.name.text, word }))
  })
}

function wordsOf(type: ts.TypeNode): string[] {
  if (ts.isUnionTypeNode(type)) return type.types.flatMap(wordsOf)
  return ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? [type.literal.text] : []
}

/** The names of the values (functions, constants, classes) that a source file exports; types left out. */
export function exportedValues(source: string): string[] {
  const file = ts.createSourceFile('file.ts', source, ts.ScriptTarget.Latest)
  return file.statements.filter(isExported).flatMap((statement) => {
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => name.getText(file))
    const named = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)
    return named && statement.name ? [statement.name.text] : []
  })
}

function isExported(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node) &&
    ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
  )
}
