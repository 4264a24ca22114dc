/** GitHub's interface, as far as the scripts that run in its workflows ask it. */

/** Asks about this repository; a path begins behind its name. Undefined where there is nothing. */
export type Ask = (method: string, path: string, body?: object) => Promise<unknown>;

/** Gives the bytes at a path, unless there are more than `most`. */
export type Download = (path: string, most: number) => Promise<Uint8Array>;

/** Who writes what a workflow writes. */
const BOT = 'github-actions[bot]';

/** The most that GitHub puts on one page of a list. */
const PAGE = 100;

/** Every item of a list, page by page, `most` at the most. */
export const listed = async (ask: Ask, path: string, most = 3000): Promise<unknown[]> => {
  const items: unknown[] = [];
  for (let page = 1; items.length < most; page += 1) {
    const more = (await ask('GET', `${path}?per_page=${PAGE}&page=${page}`)) as unknown[] | undefined;
    items.push(...(more ?? []));
    if ((more?.length ?? 0) < PAGE) break;
  }
  return items.slice(0, most);
};

/**
 * Keeps one comment under an issue or a pull request: writes it the first time, and afterwards changes it.
 *
 * @param mark how the comment begins, by which it is found again. Others may begin theirs with it, and keep them.
 * @param words what comes behind the mark, told from what stands there now.
 */
export const keepComment = async (
  ask: Ask,
  number: number,
  mark: string,
  words: (before: string | undefined) => string,
): Promise<void> => {
  const all = (await listed(ask, `/issues/${number}/comments`)) as {
    id: number;
    body?: string;
    user?: { login: string } | null;
  }[];
  const mine = all.find((one) => one.user?.login === BOT && one.body?.startsWith(mark));
  const body = `${mark}\n${words(mine?.body)}`;
  if (body === mine?.body) return;
  await (mine ? ask('PATCH', `/issues/comments/${mine.id}`, { body }) : ask('POST', `/issues/${number}/comments`, { body }));
};

/** Where a workflow asks; its runner says so, and a test says otherwise. */
const api = (repository: string, path: string): string =>
  `${process.env.GITHUB_API_URL ?? 'https://api.github.com'}/repos/${repository}${path}`;

const headers = (token: string): Record<string, string> => ({
  'authorization': `Bearer ${token}`,
  'accept': 'application/vnd.github+json',
  'x-github-api-version': '2022-11-28',
});

/**
 * The interface of `repository` (owner/name). A deletion that finds nothing is done.
 *
 * @throws with the status and the path, when GitHub refuses.
 */
export const asker =
  (repository: string, token: string): Ask =>
  async (method, path, body) => {
    const response = await fetch(api(repository, path), {
      method,
      headers: headers(token),
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (response.status === 404 && (method === 'GET' || method === 'DELETE')) return undefined;
    if (!response.ok) throw new Error(`GitHub answered ${response.status} to ${method} ${path}.`);
    return response.status === 204 ? undefined : response.json();
  };

/**
 * Downloads from `repository` (owner/name). GitHub leads on to a store of another host, which `fetch` does not give the token.
 *
 * @throws when GitHub refuses, or there is more than was asked for.
 */
export const downloader =
  (repository: string, token: string): Download =>
  async (path, most) => {
    const response = await fetch(api(repository, path), { headers: headers(token) });
    if (!response.ok || !response.body) throw new Error(`GitHub answered ${response.status} to GET ${path}.`);
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of response.body) {
      size += part.length;
      if (size > most) throw new Error(`There are more than ${most} bytes at ${path}.`);
      parts.push(part);
    }
    return Buffer.concat(parts);
  };
