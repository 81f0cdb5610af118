/**
 * The arrows of the house: apps → capabilities → kernel, between capabilities only contract.ts, no circles.
 * Types count as much as values here. What browsers may reach is checked in .dependency-cruiser.browser.cjs.
 */
const common = require('./.dependency-cruiser.common.cjs');
const { test } = common;

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule('no-circles', 'two files that need each other are one, or three', {}, { circular: true }),
    rule('resolvable', 'every import leads somewhere', {}, { couldNotResolve: true, pathNot: '^virtual:' }),
    rule(
      'kernel-knows-no-capability',
      'the kernel stands alone',
      { path: '^kernel/' },
      { path: '^(capabilities|apps|design|bench)/' },
    ),
    rule(
      'design-knows-no-capability',
      'design shows what it is given',
      { path: '^design/' },
      { path: '^(capabilities|apps|bench)/' },
    ),
    rule(
      'capabilities-know-no-app',
      'apps put capabilities together, not the other way',
      { path: '^capabilities/' },
      { path: '^(apps|bench)/' },
    ),
    rule(
      'between-capabilities-only-contracts',
      'another capability is known by its contract.ts alone',
      { path: '^capabilities/([^/]+)/', pathNot: '[.]test[.]tsx?$|/testing[.]ts$' },
      { path: '^capabilities/', pathNot: ['^capabilities/$1/', '^capabilities/[^/]+/contract[.]ts$'] },
    ),
    rule(
      'tests-of-capabilities-share-the-demo-country',
      'beside contracts, a test may use the demo country of agencies',
      { path: '^capabilities/([^/]+)/.*([.]test[.]tsx?$|/testing[.]ts$)|^capabilities/([^/]+)/(testing[.]ts|[^/]*[.]test[.]tsx?)$' },
      { path: '^capabilities/', pathNot: ['^capabilities/$1/', '^capabilities/$3/', '^capabilities/[^/]+/contract[.]ts$', '^capabilities/agencies/demo/'] },
    ),
    rule(
      'contracts-domain-and-ui-stay-pure',
      'contract.ts, domain/ and ui/ know neither node nor the database nor the server',
      { path: '^(capabilities/[^/]+/(contract[.]ts$|domain/|ui/)|design/|kernel/contract[.]ts$)', pathNot: test },
      { path: common.serverOnly },
    ),
    rule(
      'contracts-domain-and-ui-leave-the-server-rooms',
      'they never import a store, an api or reactions',
      { path: '^(capabilities/[^/]+/(contract[.]ts$|domain/|ui/)|apps/web/)', pathNot: test },
      { path: '^(capabilities/[^/]+/(store/|api[.]ts$|reactions[.]ts$)|kernel/db/|apps/server/)' },
    ),
    rule(
      'program-needs-no-dev-package',
      'what runs in production stands under dependencies',
      { path: '^(kernel|capabilities/[^/]+/(domain|store)|apps/server)/', pathNot: test },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    rule('declared-packages-only', 'no package that is there by accident', {}, { dependencyTypes: ['npm-no-pkg'] }),
  ],
  options: { ...common.options, tsPreCompilationDeps: true },
};
