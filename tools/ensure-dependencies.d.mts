export function ensureDependencies(root?: string, install?: (root: string) => void): void
export function nodeToRunOn(root?: string): string
