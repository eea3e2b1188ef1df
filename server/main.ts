import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { evenkeel } from './evenkeel.ts'

// Half of a second start was the compiling of the same sources; the processes outside share the cache.
enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'compiled'))

// What `npm start` runs: the server, with the same words as the command line.
process.exitCode = await evenkeel(process.argv.length > 2 ? process.argv.slice(2) : ['start'])
