import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';

/**
 * Imports run one way: dashboard → jobs → ingest → warehouse. Declarations (reports, codes) may be read by all.
 * @param {string} folder
 * @param {string[]} forbidden
 * @returns {import('eslint').Linter.Config}
 */
const oneWay = (folder, ...forbidden) => ({
  files: [`${folder}/**/*.ts`, `${folder}/**/*.svelte`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(?:#|(?:\\.\\./)+)(?:${forbidden.join('|')})/(?!declare\\.ts$|reports/|codes/)`,
            message: `${folder}/ stands below: imports run dashboard → jobs → ingest → warehouse.`
          }
        ]
      }
    ]
  }
});

export default defineConfig(
  globalIgnores(['build/', '.svelte-kit/', 'data/']),
  { files: ['**/*.{ts,js,mjs,svelte}'], extends: [ts.configs.recommended] },
  { files: ['**/*.{ts,svelte}'], extends: [ts.configs.recommendedTypeCheckedOnly] },
  svelte.configs.recommended,
  {
    files: ['**/*.{ts,svelte}'],
    languageOptions: {
      parserOptions: {
        projectService: true,
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname
      }
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true }
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Interfaces here are asynchronous even where one implementation need not wait.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true }
      ],
      // throw redirect(...), throw error(...) of SvelteKit are not Error objects.
      '@typescript-eslint/only-throw-error': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error'
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      // No base path is configured; links are plain so that they read like addresses.
      'svelte/no-navigation-without-resolve': 'off'
    }
  },
  oneWay('warehouse', 'ingest', 'jobs', 'dashboard'),
  oneWay('ingest', 'jobs', 'dashboard'),
  oneWay('jobs', 'dashboard'),
  {
    // The clock, the log and the environment come in as arguments; these two files hold the real ones.
    files: ['{warehouse,ingest,jobs,dashboard}/**/*.{ts,svelte}'],
    ignores: ['jobs/effects.ts', 'jobs/settings.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'Read settings through jobs/settings.ts.'
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Ask effects.now().'
        },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Ask effects.now().' }
      ]
    }
  },
  { files: ['jobs/bootstrap.mjs', 'test/**', 'fixtures/**', 'jobs/main.ts'], rules: { 'no-console': 'off' } }
);
