/** Runs the script of a workflow as GitHub's runner does, with an event and an interface of our own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';

/** What a runner puts in the place of an expression; only values of the event and the token are known here. */
const evaluated = (text: string, event: unknown, token: string): string =>
  text.replaceAll(/\$\{\{\s*github\.([\w.]+)\s*\}\}/g, (_, path: string) => {
    if (path === 'token') return token;
    const [first, ...names] = path.split('.');
    if (first !== 'event') throw new Error(`Nobody knows github.${path} here.`);
    return String(names.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], event) ?? '');
  });

export interface Asked {
  method: string;
  path: string;
  token: string | undefined;
  body?: Record<string, unknown>;
}

/** Serves on a free port until the test ends; gives the address. */
export const served = async (answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> => {
  const server = createServer(answer);
  onTestFinished(() => void server.close());
  await once(server.listen(0), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/**
 * Runs the last step of the only job in `workflow`, a file of `.github/workflows/`, with a shell.
 *
 * @param answer what GitHub answers to a request, as a value, or an address that it leads on to.
 */
export const runScript = async (
  workflow: string,
  repository: string,
  event: object,
  answer: (asked: Asked) => unknown,
): Promise<{ said: string; status: number; asked: Asked[] }> => {
  const asked: Asked[] = [];
  const api = await served((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      const one: Asked = {
        method: request.method ?? '',
        path: (request.url ?? '').replace(`/repos/${repository}`, ''),
        token: request.headers.authorization,
        ...(body ? { body: JSON.parse(body) as Record<string, unknown> } : {}),
      };
      asked.push(one);
      const value = answer(one);
      if (value instanceof URL) response.writeHead(302, { location: value.href }).end();
      else response.writeHead(value === undefined ? 404 : 200).end(JSON.stringify(value ?? {}));
    });
  });
  const file = new URL(`../../../.github/workflows/${workflow}`, import.meta.url);
  const { jobs } = parse(readFileSync(file, 'utf8')) as {
    jobs: Record<string, { steps: { run?: string; env?: Record<string, string> }[] }>;
  };
  const { run = '', env = {} } = Object.values(jobs)[0]?.steps.at(-1) ?? {};
  const folder = mkdtempSync(join(tmpdir(), 'llms-at-uclh-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'event.json'), JSON.stringify(event));
  const script = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', evaluated(run, event, 'a-token')], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    env: {
      PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
      GITHUB_API_URL: api,
      GITHUB_REPOSITORY: repository,
      GITHUB_EVENT_PATH: join(folder, 'event.json'),
      ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, evaluated(value, event, 'a-token')])),
    },
  });
  let said = '';
  for (const stream of [script.stdout, script.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
  const [status] = (await once(script, 'close')) as [number];
  return { said, status, asked };
};
