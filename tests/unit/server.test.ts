/** The server behind `npm start`, on real ports: a site at its base path, as its host would serve it. */
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { serve, type Options } from '../../src/site/server.ts';
import { temporaryFolder } from './helpers.ts';

const files = {
  'site/index.html': '<h1>Home</h1>',
  'site/404.html': '<h1>Nothing here</h1>',
  'site/guide/x/index.html': '<h1>Guide</h1>',
  'site/guide/x.md': '# Guide – é\n',
  'secret.txt': 'beside the site',
};

const closed = (server: Server): void =>
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

/** A program that holds a port of its own. */
const taken = async (): Promise<number> => {
  const server = createServer().listen(0);
  closed(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
};

const serveSite = async (base: string, port?: number, options?: Options): Promise<string> => {
  const { url, server } = await serve(join(temporaryFolder(files), 'site'), base, port ?? (await taken()), options);
  closed(server);
  return url;
};

/** What comes back for a path, and how it is labelled. */
const get = async (url: string, path: string) => {
  const response = await fetch(new URL(path, url), { redirect: 'manual' });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};

describe.each(['/', '/llms-at-uclh/', '/a/b/'])('at %s', (base) => {
  test('the address leads to the first page', async () => {
    const url = await serveSite(base);
    expect(new URL(url).pathname).toBe(base);
    expect(await get(url, base)).toMatchObject({ status: 200, text: '<h1>Home</h1>' });
  });

  test('a page and its Markdown copy are served', async () => {
    const url = await serveSite(base);
    expect(await get(url, `${base}guide/x/`)).toMatchObject({ status: 200, text: '<h1>Guide</h1>' });
    expect(await get(url, `${base}guide/x.md`)).toEqual({
      status: 200,
      type: 'text/markdown; charset=utf-8',
      text: '# Guide – é\n',
    });
  });

  test.each(['nowhere/', 'guide/y/', 'x.css', '..%2fsecret.txt', '..%5csecret.txt', '%'])(
    '%s is answered by the page for addresses that lead nowhere',
    async (path) => {
      const url = await serveSite(base);
      expect(await get(url, base + path)).toEqual({
        status: 404,
        type: 'text/html; charset=utf-8',
        text: '<h1>Nothing here</h1>',
      });
    },
  );
});

describe('beside the base path', () => {
  test.each([
    ['/llms-at-uclh/', '/'],
    ['/llms-at-uclh/', '/llms-at-uclh'],
    ['/a/b/', '/'],
    ['/a/b/', '/a/b'],
  ])('of %s, the address %s leads to the site', async (base, path) => {
    const response = await fetch(new URL(path, await serveSite(base)), { redirect: 'manual' });
    expect([response.status, response.headers.get('location'), await response.text()]).toEqual([302, base, '']);
  });

  test.each(['/guide/x/', '/index.html', '/other/', '/llms-at-uclh2/', '/llms'])(
    '%s is not served: a link that lacks the base must be seen',
    async (path) => {
      expect(await get(await serveSite('/llms-at-uclh/'), path)).toMatchObject({ status: 404, text: '<h1>Nothing here</h1>' });
    },
  );
});

test('a site without a page for them answers addresses that lead nowhere all the same', async () => {
  const folder = temporaryFolder({ 'index.html': '<h1>Home</h1>' });
  const { url, server } = await serve(folder, '/base/', await taken());
  closed(server);
  for (const path of ['/base/nowhere/', '/nowhere/'])
    expect(await get(url, path)).toMatchObject({ status: 404, text: 'There is no page here.' });
  expect(await get(url, '/base/')).toMatchObject({ status: 200, text: '<h1>Home</h1>' });
});

test('a site that is built anew while it is served is served as it is now', async () => {
  const folder = temporaryFolder({ 'index.html': 'first', 'old/index.html': 'old' });
  const { url, server } = await serve(folder, '/', await taken(), { live: true });
  closed(server);
  expect(await get(url, '/old/')).toMatchObject({ status: 200, text: 'old' });
  rmSync(join(folder, 'old'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), 'the second');
  writeFileSync(join(folder, '404.html'), 'gone');
  expect(await get(url, '/')).toMatchObject({ status: 200, text: 'the second' });
  expect(await get(url, '/old/')).toMatchObject({ status: 404, text: 'gone' });
});

test('a taken port is named, and the next one is used', async () => {
  const port = await taken();
  const said: string[] = [];
  const url = await serveSite('/', port, { say: (words) => void said.push(words) });
  const used = Number(new URL(url).port);
  expect(used).toBeGreaterThan(port);
  expect(said[0]).toBe(`Port ${port} is taken by another program; trying ${port + 1}.`);
  expect(said).toHaveLength(used - port);
  expect(await get(url, '/')).toMatchObject({ status: 200 });
});

test('a free port is taken without a word', async () => {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  const said: string[] = [];
  expect(await serveSite('/', port, { say: (words) => void said.push(words) })).toBe(`http://localhost:${port}/`);
  expect(said).toEqual([]);
});

test('a folder without a site is named, with what to do', async () => {
  const folder = temporaryFolder();
  await expect(serve(folder, '/', 4321)).rejects.toThrow(
    new Error(`There is no built site in ${folder}. Build it first: npm run build`),
  );
});
