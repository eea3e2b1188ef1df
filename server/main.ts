import { evenkeel } from './evenkeel.ts'

// What `npm start` runs: the server, with the same words as the command line.
process.exitCode = await evenkeel(process.argv.length > 2 ? process.argv.slice(2) : ['serve'])
