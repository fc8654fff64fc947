import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const FEATURES = ['account', 'admin', 'chat', 'conversations', 'phi', 'record', 'templates'];

// The chat is made of the others; no other feature knows its neighbours.
const MAY_USE = { chat: ['phi', 'conversations', 'account', 'record', 'templates'], conversations: [], phi: [], record: [], account: [], admin: [], templates: [] };

export default tseslint.config(
  { ignores: ['target', 'node_modules', '**/*.generated.d.ts'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['src/**/*.{ts,tsx}'],
    ...jsxA11y.flatConfigs.recommended,
    plugins: { 'jsx-a11y': jsxA11y, 'react-hooks': reactHooks },
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      // A dialog that was just opened begins with its first field.
      'jsx-a11y/no-autofocus': 'off',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-console': 'error',
      'no-restricted-globals': ['error', { name: 'localStorage', message: 'Nothing of a person stays in the browser.' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Text of a model is never markup.' },
        { selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML)$/]', message: 'Text of a model is never markup.' },
      ],
    },
  },
  ...FEATURES.map((feature) => ({
    files: [`src/features/${feature}/**/*.{ts,tsx}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['**/app/*'], message: 'A feature does not know the app that shows it.' },
            {
              group: FEATURES.filter((other) => other !== feature && !MAY_USE[feature].includes(other)).map((other) => `../${other}/*`),
              message: 'Features do not know each other; what both need belongs to lib or components.',
            },
          ],
        },
      ],
    },
  })),
  {
    files: ['src/{lib,components}/**/*.{ts,tsx}'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['**/features/**', '**/app/*'], message: 'Imports go down only.' }] }] },
  },
  { files: ['public/**'], languageOptions: { globals: { BroadcastChannel: 'readonly', window: 'readonly' } } },
  { files: ['scripts/**', 'e2e/**', '*.ts', '*.js'], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly', setTimeout: 'readonly' } } },
);
