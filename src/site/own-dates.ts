/** Keeps what says the next meeting in one small script. */

/**
 * The form of a session reads the same module of dates as the script that says when the next meeting is. The bundler would make a file of
 * its own of what two scripts share, and the first page would fetch two where none is needed: a small script that imports nothing
 * stands in the page. So that script has a copy, which no other shares.
 */
export const ownDates = () => ({
  name: 'own-dates',
  enforce: 'pre' as const,
  resolveId: {
    filter: { id: /^\.\/recurrence\.ts$/ },
    async handler(
      this: { environment?: { name: string }; resolve: (source: string, importer: string) => Promise<{ id: string } | null> },
      source: string,
      importer: string | undefined,
    ): Promise<string | undefined> {
      if (this.environment?.name !== 'client' || !importer?.endsWith('/meetups/say.ts')) return undefined;
      const found = await this.resolve(source, importer);
      return found ? `${found.id}?said` : undefined;
    },
  },
});
