/** Serves a folder as a content network would: every text compressed with brotli beforehand, files with a hash kept for long. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const isText = (type: string): boolean => /text|json|xml/.test(type);

interface Answer {
  type: string;
  body: Buffer;
}

export interface Network {
  /** Scheme, host and port, without a slash at the end. */
  origin: string;
  close: () => void;
  server: Server;
}

const answer = (extension: string, bytes: Buffer): Answer => {
  const type = TYPES[extension] ?? 'application/octet-stream';
  return { type, body: isText(type) ? brotliCompressSync(bytes) : bytes };
};

/**
 * Serves the site built in `root` for `base`, on any free port.
 *
 * @param extra further HTML pages, by their whole path.
 */
export const serveCompressed = async (root: string, base: string, extra: ReadonlyMap<string, string>): Promise<Network> => {
  const answers = new Map<string, Answer>();
  for (const file of globSync('**/*', { cwd: root }).map((name) => name.replaceAll('\\', '/'))) {
    if (!statSync(join(root, file)).isFile()) continue;
    answers.set(base + file.replace(/(^|\/)index\.html$/, '$1'), answer(extname(file), readFileSync(join(root, file))));
  }
  for (const [path, html] of extra) answers.set(path, answer('.html', Buffer.from(html)));
  const missing = answers.get(`${base}404.html`);
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').replace(/[?#].*$/, ''));
    const found = answers.get(path);
    const { type, body } = found ?? missing ?? answer('.txt', Buffer.from('Not found'));
    response.writeHead(found ? 200 : 404, {
      'content-type': type,
      'content-length': body.length,
      'cache-control': path.startsWith(`${base}assets/`) ? 'public, max-age=31536000, immutable' : 'public, max-age=600',
      ...(isText(type) ? { 'content-encoding': 'br', 'vary': 'accept-encoding' } : {}),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { origin: `http://localhost:${address.port}`, server, close: () => server.closeAllConnections() };
};
