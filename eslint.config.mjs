import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'storage/**'] },
  {
    files: ['packages/**/*.{ts,tsx}', 'e2e/**/*.ts', 'test/**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-console': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    // Time is asked of the pack's clock, which a test turns; days are China's (chinaDay and chinaYear of the rules).
    files: ['packages/plugins/@hongxin/*/src/server/**/*.ts'],
    ignores: ['**/__tests__/**', 'packages/plugins/@hongxin/plugin-foundation/src/server/clock.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'Ask clock.now() of the foundation.',
        },
        {
          selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
          message: 'Ask clock.now() of the foundation, or performance.now() to measure how long something takes.',
        },
        {
          // days, years and hours are China's, whatever zone the server is set to
          selector:
            'MemberExpression[property.name=/^(getFullYear|getMonth|getDate|getDay|getHours|getMinutes|setFullYear|setMonth|setDate|setHours|setMinutes|toLocaleDateString|toLocaleTimeString|getTimezoneOffset)$/]',
          message: "Days are China's: chinaDay, chinaYear, startOfChinaDay and monthsBefore of @hongxin/rules.",
        },
        {
          selector: 'MemberExpression[object.name="Intl"][property.name="DateTimeFormat"]',
          message: "Days are China's: chinaDay, chinaYear and chinaMoment of @hongxin/rules.",
        },
      ],
    },
  },
  {
    // Stand-ins for the host's modules, whose declarations are on no registry.
    files: ['test/client/host/**'],
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
);
