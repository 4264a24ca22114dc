/** Checks the content in every build, and in `dev` when it starts. */
import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import { beside } from '../site/beside.ts';
import { refusal } from './refusal.ts';
import { toTerminal } from './report.ts';

/**
 * Stops a build on any error, before what it made takes the place of the last good site; in `dev` it prints all problems and goes on.
 * Of many pages the check takes longer than a build does until its first page, so pages are made beside it; what could run is refused
 * where it is compiled, too (authoring/plugins.ts).
 */
export const contentCheck = (): AstroIntegration => {
  let root: string;
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': async ({ command, config, logger }) => {
        root = fileURLToPath(config.root);
        const { check, end } = beside(root);
        if (command !== 'dev') return;
        const { problems, files } = await check;
        await end();
        if (problems.length > 0) logger.error(toTerminal(problems, files));
      },
      'astro:build:done': async () => {
        const refused = refusal(await beside(root).check);
        if (refused) throw refused;
      },
    },
  };
};
