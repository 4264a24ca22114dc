/** Checks the content in every build, and in `dev` when it starts. */
import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import { beginCheck, contentRefusal } from './beside.ts';
import { toTerminal } from './report.ts';

/** Stops a build on any error, before a page is made; in `dev` it prints all problems and goes on. */
export const contentCheck = (): AstroIntegration => ({
  name: 'content-check',
  hooks: {
    'astro:config:setup': async ({ command, config, logger, updateConfig }) => {
      const root = fileURLToPath(config.root).replace(/[\\/]$/, '');
      const result = beginCheck(root);
      if (command === 'build') {
        const buildEnd = async (): Promise<void> => {
          const refusal = await contentRefusal(root);
          if (refusal) throw refusal;
        };
        updateConfig({ vite: { plugins: [{ name: 'content-check', buildEnd }] } });
      } else if (command === 'dev') {
        const { problems, files } = await result;
        if (problems.length > 0) logger.error(toTerminal(problems, files));
      }
    },
  },
});
