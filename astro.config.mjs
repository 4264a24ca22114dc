// @ts-check
import sitemap from '@astrojs/sitemap';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { contentCheck } from './src/check/integration.ts';
import { noPrebundling } from './src/site/no-prebundling.ts';
import { ownDates } from './src/site/own-dates.ts';
import { plainImports } from './src/site/plain-imports.ts';
import { leanSchemas } from './src/site/lean-schemas.ts';
import { finish } from './src/site/finish.ts';
import { readAddress } from './src/site/address.ts';

const address = readAddress(process.env);

export default defineConfig({
  site: address.origin,
  base: address.base,
  trailingSlash: 'always',
  // One style block in the page costs no second round trip; the CSP names its hash (src/site/seal.ts).
  build: { inlineStylesheets: 'always', assets: 'assets' },
  devToolbar: { enabled: false },
  // Completion of front matter in editors, from the same schemas (.vscode/settings.json); a build needs none.
  experimental: { contentIntellisense: process.argv.includes('dev') },
  integrations: [contentCheck(), sitemap({ filter: (page) => !page.endsWith('/404/') }), finish(address)],
  vite: {
    plugins: [tailwindcss(), plainImports(), leanSchemas(), ownDates(), noPrebundling()],
    build: {
      // A small script stands in the page and costs no request (the CSP names its hash); pictures and fonts stay files, and so
      // does the script of checklists, which no reader waits for.
      assetsInlineLimit: (file, content) => file.endsWith('.js') && !file.includes('/Checklist.') && content.length < 4096,
    },
  },
});
