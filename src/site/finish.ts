/** Hands each page, as soon as it is made, to the thread that writes, indexes and copies it. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Address } from './address.ts';
import { beside, type Beside } from './beside.ts';

/** The integration that finishes pages of a site at `address`; a page that cannot be written, indexed or copied stops the build. */
export const finish = ({ origin, base }: Address): AstroIntegration => {
  let folder: string;
  let thread: Beside;
  return {
    name: 'finish',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(config.outDir);
        thread = beside(fileURLToPath(config.root));
      },
      'astro:build:start': ({ setPrerenderer }) => {
        thread.begin({ folder, origin });
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
        const { indexed, copied } = await thread.finish();
        await thread.end();
        logger.info(`${indexed} pages can be searched, ${copied} copied as Markdown`);
      },
    },
  };
};
