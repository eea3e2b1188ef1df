const turns: readonly (readonly [yours: RegExp, theirs: string])[] = [
  [/ ?Your pay does not change\.?/g, ''],
  [/\bYou met\b/g, 'They met'],
  [/\bYou confirmed it\b/g, 'The clinician confirmed it'],
  [/\bYou were paid\b/g, 'The practice was paid'],
  [/\bYou will be paid\b/g, 'The practice will be paid'],
  [/, and you keep your pay/g, ', and the practice keeps its pay'],
  [/, not yours\b/g, ', not the practice’s'],
  [/\bhas you in its system; your pay does not wait/g, 'has the clinician in its system; the pay does not wait'],
  [/\bYou are\b/g, 'The practice is'],
  [/\byou are\b/g, 'the practice is'],
  [/\byour pay\b/g, 'the pay'],
  [/\bYour\b/g, 'The practice’s'],
  [/\byour\b/g, 'the practice’s'],
  [/\bYou\b/g, 'The practice'],
  [/\byou\b/g, 'the practice'],
]

/** What a session's life tells its clinician, said to the operator's people. */
export function sayLife(words: string): string {
  return turns.reduce((said, [yours, theirs]) => said.replace(yours, theirs), words)
}
