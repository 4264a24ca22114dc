// @ts-check
import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist/**', '.dist-next/**', '.astro/**', '.cache/**', 'tests/fixtures/**', 'test-results/**'] },
  js.configs.recommended,
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  astro.configs['flat/recommended'],
  {
    rules: {
      // TypeScript knows every global; this rule does not.
      'no-undef': 'off',
      // `console` is how command-line parts speak; pages have none (the CSP test would show it).
      'no-console': 'off',
      'eqeqeq': ['error', 'always', { null: 'ignore' }],
      // Type aliases of plain shapes read as well as interfaces where they are combined.
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
  {
    files: ['**/*.astro'],
    rules: {
      // HTML that the site itself made: JSON-LD with `<` escaped, and a slot with its ids prefixed.
      'astro/no-set-html-directive': 'off',
    },
  },
);
