/**
 * What a browser loads must not reach node, the database or the server, however long the way.
 * Only values count: imports of types are gone before a browser sees anything.
 */
const common = require('./.dependency-cruiser.common.cjs');

module.exports = {
  forbidden: [
    {
      name: 'browsers-reach-no-server',
      severity: 'error',
      from: {
        path: '^(capabilities/[^/]+/(contract[.]ts$|domain/|ui/)|design/|kernel/contract[.]ts$|apps/web/)',
        pathNot: [common.test, 'vite[.]config[.]ts$', '^apps/web/build/'],
      },
      to: { path: common.serverOnly, reachable: true },
    },
  ],
  options: { ...common.options, tsPreCompilationDeps: false },
};
