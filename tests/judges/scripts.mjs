// The floor of the site's scripts: what Chrome 64 knows of the language (ES2017) and of the browser.
import js from '@eslint/js'
import compat from 'eslint-plugin-compat'
import esx from 'eslint-plugin-es-x'
import globals from 'globals'

// Arrays have had methods of these names all along; without types nobody can tell which one is meant.
const alsoOfArrays = ['every', 'filter', 'find', 'foreach', 'map', 'reduce', 'some']

export default [
  js.configs.recommended,
  esx.configs['flat/restrict-to-es2017'],
  compat.configs['flat/recommended'],
  {
    languageOptions: {
      ecmaVersion: 'latest',
      sourceType: 'script',
      globals: { ...globals.browser, ...globals.serviceworker },
    },
    settings: {
      targets: ['chrome 64', 'firefox 78'],
      'es-x': { aggressive: true },
    },
    rules: {
      ...Object.fromEntries(alsoOfArrays.map(name => [`es-x/no-iterator-prototype-${name}`, 'off'])),
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-irregular-whitespace': ['error', { skipTemplates: true }], // the blank of Chinese print
      'no-restricted-properties': ['error', { property: 'innerHTML' }, { property: 'outerHTML' },
        { property: 'insertAdjacentHTML' }, { object: 'document', property: 'write' }],
      'no-unused-vars': ['error', { caughtErrors: 'none' }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    // Whoever looks after tabs has a `matchAll` of its own, and always had.
    files: ['worker/**'],
    rules: { 'es-x/no-string-prototype-matchall': 'off' },
  },
]
