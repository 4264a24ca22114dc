/** Lets the browser itself load what a page imports on demand. */

/**
 * Vite wraps every `import()` in a helper that also fetches stylesheets and further files ahead. Here such a file stands alone and
 * styles are in the page, so the helper (0.7 kB on every page) would do nothing.
 */
export const plainImports = () => ({
  name: 'plain-imports',
  enforce: 'pre' as const,
  load: { filter: { id: /vite\/preload-helper/ }, handler: () => 'export const __vitePreload = (load) => load();' },
});
