/** Runs the checker before Astro reads the content, so that an author sees every problem at once and in plain words. */
import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import { checkAll } from './all.ts';
import { isError } from './problems.ts';
import { toTerminal } from './report.ts';

/** Stops a build on any error; in `dev` it prints them and goes on. */
export const contentCheck = (): AstroIntegration => ({
  name: 'content-check',
  hooks: {
    'astro:config:setup': async ({ command, config, logger }) => {
      const { problems, files } = await checkAll(fileURLToPath(config.root).replace(/[\\/]$/, ''));
      const errors = problems.filter(isError);
      // Warnings are for whoever writes; a build that prints them each time teaches to look away.
      if (errors.length === 0) return;
      if (command === 'build') throw new Error(`The content has problems.\n\n${toTerminal(errors, files)}\n`);
      logger.error(toTerminal(problems, files));
    },
  },
});
