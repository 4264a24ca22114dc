/**
 * Answers a pull request when its check has ended: one comment, which is kept up to date, and labels. It runs with the rights of this
 * repository and main's code only. Which pull request it is, and what it changes, is asked of GitHub; the report of the check may
 * have been written by anybody.
 */
import { z } from 'astro/zod';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { asker, downloader, keepComment, listed, type Ask, type Download } from '../github.ts';
import { keepLabels } from './labels.ts';
import { ARTIFACT, MOST_BYTES, readReport, type Report } from './report.ts';
import { wordsFor } from './words.ts';

const MARK = '<!-- what the check found -->';

/** The artifact with the built site, and the job that reads every commit, as check.yml calls them. */
export const SITE = 'site';
export const COMMITS = 'Every commit';

/** How GitHub marks those who have nothing merged here yet. */
const NEW = ['FIRST_TIMER', 'FIRST_TIME_CONTRIBUTOR', 'NONE'];

/** What GitHub says of a run that has ended; a fork that is gone has no repository. */
const runSchema = z.object({
  id: z.int().positive(),
  event: z.string(),
  conclusion: z.string().nullable(),
  head_sha: z.string().regex(/^[0-9a-f]{40}$/),
  head_branch: z.string().min(1).nullable(),
  head_repository: z.object({ id: z.int(), owner: z.object({ login: z.string().min(1) }) }).nullable(),
});

export type Run = z.output<typeof runSchema>;

interface Pull {
  number: number;
  author_association: string;
  user: { type: string } | null;
  head: { sha: string; repo: { id: number } | null };
}

interface Artifact {
  id: number;
  name: string;
  size_in_bytes: number;
  expired: boolean;
}

/** The open pull requests whose last commit was checked. The number in a report could be that of any other. */
const pullsOf = async (ask: Ask, { head_sha, head_branch, head_repository }: Run): Promise<Pull[]> => {
  if (!head_repository || head_branch === null) return [];
  const head = encodeURIComponent(`${head_repository.owner.login}:${head_branch}`);
  const open = (await ask('GET', `/pulls?state=open&per_page=100&head=${head}`)) as Pull[];
  return open.filter((pull) => pull.head.sha === head_sha && pull.head.repo?.id === head_repository.id);
};

const reportIn = async (artifact: Artifact | undefined, download: Download): Promise<Report | undefined> => {
  if (!artifact || artifact.expired || artifact.size_in_bytes > MOST_BYTES) return undefined;
  return readReport(await download(`/actions/artifacts/${artifact.id}/zip`, MOST_BYTES));
};

/** The files that a pull request changes, under both names where it renames one. */
const changedBy = async (ask: Ask, number: number): Promise<string[]> => {
  const files = (await listed(ask, `/pulls/${number}/files`)) as { filename: string; previous_filename?: string }[];
  return files.flatMap(({ filename, previous_filename: before }) => (before === undefined ? [filename] : [filename, before]));
};

/**
 * Answers the pull request whose check was `run`. Returns what was done, in a few words.
 *
 * @throws when GitHub's own account of the run is not what it should be.
 */
export const handle = async (repository: string, run: unknown, ask: Ask, download: Download): Promise<string> => {
  const ended = runSchema.parse(run);
  if (ended.event !== 'pull_request') return 'This was no check of a pull request.';
  // What was cancelled was overtaken; what waits for a maintainer has not begun.
  if (!['success', 'failure', 'timed_out'].includes(ended.conclusion ?? '')) return `The check ended with ${ended.conclusion}.`;
  const pulls = await pullsOf(ask, ended);
  if (pulls.length === 0) return 'No open pull request ends with the commit that was checked.';
  const { artifacts } = (await ask('GET', `/actions/runs/${ended.id}/artifacts?per_page=100`)) as { artifacts: Artifact[] };
  const { jobs } = (await ask('GET', `/actions/runs/${ended.id}/jobs?per_page=100`)) as {
    jobs: { name: string; conclusion: string | null }[];
  };
  const report = await reportIn(
    artifacts.find(({ name }) => name === ARTIFACT),
    download,
  );
  for (const { number, author_association, user } of pulls) {
    const changed = await changedBy(ask, number);
    const found = {
      repository,
      commit: ended.head_sha,
      run: ended.id,
      report,
      passed: ended.conclusion === 'success',
      commitsFailed: jobs.some(({ name, conclusion }) => name === COMMITS && conclusion === 'failure'),
      site: artifacts.some(({ name, expired }) => name === SITE && !expired),
      changed,
      isNew: user?.type !== 'Bot' && NEW.includes(author_association),
    };
    await keepComment(ask, number, MARK, (before) => wordsFor(found, before));
    await keepLabels(ask, number, changed);
  }
  return `Answered ${pulls.map(({ number }) => `#${number}`).join(', ')}.`;
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { GITHUB_REPOSITORY = '', GITHUB_TOKEN = '', GITHUB_EVENT_PATH = '' } = process.env;
  const { workflow_run: run } = JSON.parse(readFileSync(GITHUB_EVENT_PATH, 'utf8')) as { workflow_run: unknown };
  const ask = asker(GITHUB_REPOSITORY, GITHUB_TOKEN);
  console.log(await handle(GITHUB_REPOSITORY, run, ask, downloader(GITHUB_REPOSITORY, GITHUB_TOKEN)));
}
