/** Spares a build what only a browser in `dev` would use. */
interface Resolved {
  environments: Record<string, { optimizeDeps: { noDiscovery?: boolean; include?: string[] } }>;
}

/**
 * To read the collections, a build asks a server of Vite's that no browser ever asks. Astro has that server bundle the packages of its
 * development toolbar, while everything else waits. It is the one that looks for no packages of its own.
 */
export const noPrebundling = () => ({
  name: 'no-prebundling',
  configResolved({ environments }: Resolved): void {
    for (const { optimizeDeps } of Object.values(environments)) if (optimizeDeps.noDiscovery) optimizeDeps.include = [];
  },
});
