// Which way imports may point. ARCHITECTURE.md tells the reasons; tools/directions.test.ts plants a violation of each rule.
const { join } = require('node:path')

// A session's life, in order. Effects of a room may enter the doors of rooms before it, never of rooms after it.
const rooms = require('./tools/rooms.json')

const test = '\\.test\\.tsx?$'
const effectsOf = (room) => [`^business/${room}/index\\.ts$`, `^business/${room}/.+-(?:store|flow|routes|jobs)\\.ts$`]
// What walks the pages from outside, and so starts a browser and the server: for tests only.
const walkers = '^portals/(?:browser|flow-house|flow|walker)\\.ts$'
const anyEffect = effectsOf('[^/]+')
// What rooms are handed from outside: files directly in business/, known to effects only.
const handedIn = '^business/[^/]+\\.ts$'
const outsideLibraries = '^(?:business|database|server|portals|simulation|benchmarks|tools)/'

const laterRooms = rooms.slice(0, -1).map((room, index) => ({
  name: `no-later-room-from-${room}`,
  comment: 'Data goes down the list of rooms and does not come back up.',
  severity: 'error',
  from: { path: effectsOf(room), pathNot: test },
  to: { path: effectsOf(`(?:${rooms.slice(index + 1).join('|')})`) },
}))

module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'Modules form no circle. A type is a shape and is erased: naming one closes no circle.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      comment: 'Every import leads to a file or an installed package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'libraries-know-nothing-of-us',
      comment: 'A library would make sense to a stranger.',
      severity: 'error',
      from: { path: '^libraries/' },
      to: { path: outsideLibraries },
    },
    {
      name: 'rules-are-pure',
      comment:
        'A bare file name in a room is a rule: it knows libraries, other rules and data, and nothing with an effect.',
      severity: 'error',
      from: { path: '^business/', pathNot: [...anyEffect, handedIn, test] },
      to: {
        path: [...anyEffect, handedIn, '^(?:database|server|portals|simulation|benchmarks|tools)/'],
        // A rule may name the shape of what a store answers; it is handed in as a fact.
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'rules-need-no-package',
      comment: 'Rules run in the browser too; a hash is all they may take from the machine.',
      severity: 'error',
      from: { path: '^business/', pathNot: [...anyEffect, handedIn, test] },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer'], pathNot: '^(?:node:)?crypto$' },
    },
    {
      name: 'stores-know-rules-and-the-database-only',
      comment: 'A store is the only SQL over its schema: no flow, route, job or door.',
      severity: 'error',
      from: { path: '^business/.+-store\\.ts$' },
      to: { path: '^business/.+(?:-(?:flow|routes|jobs)\\.ts|/index\\.ts)$' },
    },
    {
      name: 'flows-are-called-and-do-not-call-up',
      comment: 'Routes and jobs call flows.',
      severity: 'error',
      from: { path: '^business/.+(?:-flow\\.ts|/index\\.ts)$' },
      to: { path: '^business/.+-(?:routes|jobs)\\.ts$' },
    },
    {
      name: 'other-rooms-by-their-door',
      comment: 'Another room is entered by its index.ts or by its pure rules.',
      severity: 'error',
      from: { path: '^business/([^/]+)/', pathNot: test },
      to: { path: '^business/[^/]+/.+-(?:store|flow|routes|jobs)\\.ts$', pathNot: '^business/$1/' },
    },
    {
      name: 'own-door-is-for-others',
      comment: 'Inside a room files import each other, not the door.',
      severity: 'error',
      from: { path: '^business/([^/]+)/', pathNot: test },
      to: { path: '^business/$1/index\\.ts$' },
    },
    ...laterRooms,
    {
      name: 'business-knows-no-surroundings',
      comment: 'The server, the portals and the world outside use the business, never the other way.',
      severity: 'error',
      from: { path: '^business/', pathNot: test },
      to: { path: '^(?:server|portals|simulation|benchmarks|tools)/' },
    },
    {
      name: 'database-knows-no-business',
      comment: 'database/ holds migrations, connections and the embedded server.',
      severity: 'error',
      from: { path: '^database/', pathNot: test },
      to: { path: '^(?:business|server|portals|simulation|benchmarks)/' },
    },
    {
      name: 'what-is-handed-in-knows-no-room',
      comment: 'Rooms know what they are handed; it knows none of them.',
      severity: 'error',
      from: { path: handedIn, pathNot: test },
      to: { path: '^business/[^/]+/' },
    },
    {
      name: 'nobody-imports-the-server',
      comment:
        'The server is the composition root. Tests and benchmarks may build the app; others start it as a process.',
      severity: 'error',
      from: { pathNot: ['^server/', '^benchmarks/', test, walkers, '^tools/generate'] },
      to: { path: '^server/' },
    },
    {
      name: 'portals-see-rules-and-http-only',
      comment: 'A page calls the typed HTTP client, and may use the rules that decide on the server.',
      severity: 'error',
      from: { path: '^portals/', pathNot: [test, walkers] },
      to: { path: [...anyEffect, handedIn, '^(?:database|server|simulation|benchmarks|tools)/'] },
    },
    {
      name: 'portals-have-no-machine',
      comment: 'Pages run in a browser.',
      severity: 'error',
      from: { path: '^portals/', pathNot: [test, walkers, '\\.config\\.ts$'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'simulation-is-a-stranger',
      comment: 'The simulated world meets us over files, HTTP and a clock, as the real one does.',
      severity: 'error',
      from: { path: '^simulation/', pathNot: test },
      to: { path: '^(?:business|database|server|portals|benchmarks|tools)/' },
    },
    {
      name: 'nobody-imports-the-simulation',
      comment: 'The world outside is started as processes.',
      severity: 'error',
      from: { pathNot: ['^simulation/', test] },
      to: { path: '^simulation/' },
    },
    {
      name: 'nobody-imports-tools',
      comment: 'Tools and benchmarks are for developers.',
      severity: 'error',
      from: { pathNot: ['^(?:tools|benchmarks)/', test] },
      to: { path: '^(?:tools|benchmarks)/' },
    },
    {
      name: 'no-tools-at-run-time',
      comment: 'What runs in production is a dependency, not a devDependency.',
      severity: 'error',
      from: { path: '^(?:business|libraries|server)/', pathNot: [test, '^libraries/.+/(?:fuzz|bench)'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:node_modules|data|portals/dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: join(__dirname, 'tsconfig.json') },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
}
