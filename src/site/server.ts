/** Serves a built site over HTTP as its host would: at its base path, with its own page for addresses that lead nowhere. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

export interface Served {
  /** The address of the site's first page. */
  url: string;
  server: Server;
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      resolve();
    });
  });

const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EADDRINUSE';

export interface Options {
  /** Is told in words when a port is taken. */
  say?: (words: string) => void;
  /** The site may be built anew while it is served: every answer is read from the folder as it is now, and browsers ask again. */
  live?: boolean;
}

/**
 * Serves `folder` at `base` on the first free port from `port` upwards (at most 20 further).
 *
 * @param base the base path, with a slash at both ends.
 * @throws when the folder holds no built site, or no port is free.
 */
export const serve = async (folder: string, base: string, port: number, options: Options = {}): Promise<Served> => {
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`There is no built site in ${folder}. Build it first: npm run build`);
  const notFoundPage = join(folder, '404.html');
  const notFound = () => (existsSync(notFoundPage) ? readFileSync(notFoundPage) : 'There is no page here.');
  const files = sirv(folder, {
    dev: options.live ?? false,
    etag: options.live ?? false,
    onNoMatch: (_request, response) => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(notFound());
    },
    setHeaders: (response, path) => {
      if (path.endsWith('.md')) response.setHeader('content-type', 'text/markdown; charset=utf-8');
    },
  });
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const bare = path.replace(/[?#].*$/, '');
    if (!path.startsWith(base)) {
      const onward = bare === '/' || `${bare}/` === base;
      if (onward) response.writeHead(302, { location: base });
      else response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(onward ? '' : notFound());
      return;
    }
    request.url = `/${path.slice(base.length)}`;
    files(request, response);
  });
  for (let tried = port; ; tried += 1) {
    try {
      await listen(server, tried);
      return { url: `http://localhost:${tried}${base}`, server };
    } catch (error) {
      if (!isTaken(error) || tried - port >= 20) throw error;
      options.say?.(`Port ${tried} is taken by another program; trying ${tried + 1}.`);
    }
  }
};
