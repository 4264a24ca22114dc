/** Hands each page, as soon as it is made, to the thread that writes, indexes and copies it. */
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import { writeEntries } from '../contribute/entries.ts';
import type { Address } from './address.ts';
import type { Done, FinishedPage, Workplace } from './finishing.ts';

const running = new Set<Worker>();

/** Ends what a failed build has left running, so that nothing is written any more once it has been cleared away. */
export const stopFinishing = async (): Promise<void> => {
  await Promise.all([...running].map((thread) => thread.terminate()));
  running.clear();
};

/** The integration that finishes pages of a site at `address`; a page that cannot be written, indexed or copied stops the build. */
export const finish = ({ origin, base }: Address): AstroIntegration => {
  let folder: string;
  let root: string;
  let thread: Worker;
  let done: Promise<Done>;
  return {
    name: 'finish',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(config.outDir);
        root = fileURLToPath(config.root);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        thread = new Worker(new URL('./finishing.ts', import.meta.url), {
          workerData: { folder, origin, root } satisfies Workplace,
        });
        done = once(thread, 'message').then(([message]) => message as Done);
        // Heard at the end of the build; until then a failure is nobody's.
        done.catch(() => undefined);
        running.add(thread);
        // A build that fails elsewhere ends without waiting for it; listening above has bound the process to it.
        thread.unref();
        setPrerenderer((usual) => ({
          ...usual,
          async render(request, options) {
            const made = await usual.render(request, options);
            const response = made instanceof Response ? made : made.response;
            if (!response.headers.get('content-type')?.includes('text/html')) return made;
            const path = `/${decodeURI(new URL(request.url).pathname).slice(base.length)}`;
            const html = await response.arrayBuffer();
            thread.postMessage({ path, html } satisfies FinishedPage, [html]);
            // Without a body, there is nothing left for Astro to write, and the next page need not wait for the disk.
            const rest = new Response(null, response);
            return made instanceof Response ? rest : { ...made, response: rest };
          },
        }));
      },
      'astro:build:done': async ({ logger }) => {
        thread.postMessage('end');
        thread.ref();
        // Meanwhile, for the thread still indexes.
        writeEntries(root, folder);
        const { indexed, copied } = await done;
        await thread.terminate();
        running.delete(thread);
        logger.info(`${indexed} pages can be searched, ${copied} copied as Markdown`);
      },
    },
  };
};
