/** Hands each page, as soon as it is made, to the thread that seals, writes, indexes and copies it. */
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Address } from './address.ts';
import { beside, type Beside } from './beside.ts';

/** The integration that finishes pages of a site at `address`; a page that cannot be sealed, written, indexed or copied stops the build. */
export const finish = ({ origin, base }: Address): AstroIntegration => {
  let building = false;
  let folder: string;
  let thread: Beside;
  return {
    name: 'finish',
    hooks: {
      'astro:config:setup': ({ command }) => {
        building = command === 'build';
      },
      'astro:config:done': ({ config }) => {
        if (!building) return;
        thread = beside(fileURLToPath(config.root));
        folder = fileURLToPath(config.outDir);
        thread.begin({ folder, origin });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((usual) => ({
          ...usual,
          async render(request, options) {
            const made = await usual.render(request, options);
            const response = made instanceof Response ? made : made.response;
            if (!response.headers.get('content-type')?.includes('text/html')) return made;
            const path = `/${decodeURI(new URL(request.url).pathname).slice(base.length)}`;
            thread.send({ path, html: await response.arrayBuffer() });
            // Without a body, there is nothing left for Astro to write, and the next page need not wait for the disk.
            const rest = new Response(null, response);
            return made instanceof Response ? rest : { ...made, response: rest };
          },
        }));
      },
      'astro:build:done': async ({ logger }) => {
        const done = thread.finish();
        const { writeCopy } = await import('./markdown-copies.ts');
        // From the end, since the thread began with the first; what it has copied is heard of between two pages.
        for (const page of [...thread.uncopied.values()].toReversed()) {
          if (thread.uncopied.has(page.path)) writeCopy(page, origin, folder);
          await setImmediate();
        }
        const { indexed } = await done;
        await thread.end();
        logger.info(`${indexed} pages can be searched`);
      },
    },
  };
};
