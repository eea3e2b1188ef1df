import { cruise } from './cruise.ts'

const { modules, violations } = cruise()
for (const { rule, words } of violations) console.log(`${rule}: ${words}`)
console.log(`${modules} modules, ${violations.length} imports that point the wrong way`)
// A cruiser without its parser sees no modules and finds nothing wrong.
process.exitCode = modules > 0 && violations.length === 0 ? 0 : 1
