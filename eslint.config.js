/** Strict TypeScript, a few rules that need types, and our own: the clock and chance only where they belong. */
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const passIn = 'pass an Instant in (kernel/clock.ts is the only place that reads the clock)';
const clockAndChance = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: passIn },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: passIn },
  { selector: "CallExpression[callee.name='Date']", message: passIn },
  { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: passIn },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'chance comes from node:crypto, or is passed in',
  },
];

/** The server calls out by one door (kernel/outgoing/outgoing.ts), which looks where it leads. */
const wayOut = [
  { selector: "CallExpression[callee.name='fetch']", message: 'the server calls out by kernel/outgoing/outgoing.ts alone' },
  { selector: "ImportDeclaration[importKind!='type'][source.value=/^(node:)?(https?|http2|net|tls|dgram|undici)$/]", message: 'the server calls out by kernel/outgoing/outgoing.ts alone' },
];

export default defineConfig(
  { ignores: ['node_modules/', 'dist/', 'coverage/', '.cache/', '.qorgan/', '.dependency-cruiser*.cjs'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...clockAndChance],
    },
  },
  {
    // Not: the database's own socket and a free port for it; the key service, at an address that a setting alone names; the scanner for viruses, likewise; the witness, a tool on another machine; the door with TLS, which listens, tries itself, and is looked at from outside.
    files: ['kernel/**/*.ts', 'capabilities/**/*.ts', 'apps/server/**/*.ts'],
    ignores: ['kernel/outgoing/outgoing.ts', 'kernel/outgoing/reach.ts', 'kernel/db/postmaster.ts', 'kernel/journal/vault.ts', 'kernel/files/scan.ts', 'kernel/files/scanner.fixture.ts', 'apps/server/tls/*.ts', 'apps/server/commands/witness.ts', 'capabilities/*/ui/**'],
    rules: { 'no-restricted-syntax': ['error', ...clockAndChance, ...wayOut] },
  },
  {
    files: ['kernel/clock.ts', 'tests/**', 'bench/**', '**/*.test.{ts,tsx}', '*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  // Algorithms that walk arrays by index: noUncheckedIndexedAccess leaves them no plainer way.
  // In a test a missing row fails the test either way.
  { files: ['capabilities/*/domain/**', '**/*.test.{ts,tsx}', 'tests/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['apps/server/**', 'bench/**', 'tests/**'], rules: { 'no-console': 'off' } },
);
