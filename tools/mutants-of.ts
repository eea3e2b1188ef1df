import ts from 'typescript'

/** One small change to a source file that a test must notice. */
export type Mutant = {
  line: number
  /** What stood there and what stands there now, for people. */
  change: string
  text: string
}

const swapped = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.BarBarEqualsToken, '&&='],
])

/**
 * Every way to change one thing in a rule: a comparison turned or moved by one, an "and" made an "or", a condition or a yes
 * turned round, a call whose answer is not used left out.
 */
export function mutantsOf(source: string, name: string): Mutant[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true)
  const mutants: Mutant[] = []
  const change = (node: ts.Node, into: string) => {
    const [from, to] = [node.getStart(file), node.getEnd()]
    const line = file.getLineAndCharacterOfPosition(from).line + 1
    const said = `${source.slice(from, to).split('\n')[0]} -> ${into.split('\n')[0] || 'nothing'}`
    mutants.push({ line, change: said, text: source.slice(0, from) + into + source.slice(to) })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isTypeAliasDeclaration(node)) return
    if (ts.isBinaryExpression(node)) {
      const other = swapped.get(node.operatorToken.kind)
      if (other !== undefined) change(node.operatorToken, other)
    }
    if (ts.isIfStatement(node)) change(node.expression, `!(${node.expression.getText(file)})`)
    if (ts.isConditionalExpression(node)) change(node.condition, `!(${node.condition.getText(file)})`)
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
      change(node, node.operand.getText(file))
    }
    if (node.kind === ts.SyntaxKind.TrueKeyword) change(node, 'false')
    if (node.kind === ts.SyntaxKind.FalseKeyword) change(node, 'true')
    if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) change(node, '')
    ts.forEachChild(node, visit)
  }
  visit(file)
  return mutants
}
