/**
 * Turns an issue into a branch with one file and a pull request, and does so again when its author corrects it. The issue comes in
 * environment variables and goes on as JSON; nothing of it is ever part of a command.
 */
import { pathToFileURL } from 'node:url';
import { asker, keepComment, type Ask } from '../github.ts';
import { outcomeOf, type Issue } from './entry.ts';

interface Named {
  number: number;
}

const MARK = '<!-- from this issue -->';

const words = (messages: readonly string[]): string =>
  [
    'Thank you. Before this can become a page, please look at the following, and correct your issue with "Edit" in its menu; the check then runs again.',
    '',
    // In a block of code, so that nothing in a message is a link, a picture or somebody’s name.
    '```text',
    ...messages.map((message) => `- ${message.replaceAll('```', "'''")}`),
    '```',
    '',
    'If there is patient data in it, do not only edit it: the old version stays readable. Read `.github/SECURITY.md` first.',
  ].join('\n');

/** Puts the file on the branch of the issue, as one commit on top of main, whatever stood there before. */
const commit = async (ask: Ask, branch: string, message: string, file: { path: string; text: string }): Promise<void> => {
  const main = (await ask('GET', '/git/ref/heads/main')) as { object: { sha: string } };
  const base = main.object.sha;
  const tree = (await ask('POST', '/git/trees', {
    base_tree: base,
    tree: [{ path: file.path, mode: '100644', type: 'blob', content: file.text }],
  })) as { sha: string };
  const made = (await ask('POST', '/git/commits', { message, tree: tree.sha, parents: [base] })) as { sha: string };
  const there = await ask('GET', `/git/ref/heads/${branch}`);
  await (there
    ? ask('PATCH', `/git/refs/heads/${branch}`, { sha: made.sha, force: true })
    : ask('POST', '/git/refs', { ref: `refs/heads/${branch}`, sha: made.sha }));
};

/** Does what an issue asks for. Returns what was done, in a few words. */
export const handle = async (root: string, owner: string, number: number, issue: Issue, ask: Ask): Promise<string> => {
  const outcome = await outcomeOf(root, issue);
  if (!outcome) return 'This issue becomes no page.';
  if ('messages' in outcome) {
    await keepComment(ask, number, MARK, () => words(outcome.messages));
    return `${outcome.messages.length} messages for the author.`;
  }
  const branch = `issue-${number}`;
  const title = `Add ${outcome.path.replace(/^content\//, '').replace(/\.mdx$/, '')}`;
  await commit(ask, branch, `${title}\n\nFrom issue #${number}.`, outcome);
  const open = (await ask('GET', `/pulls?state=open&head=${encodeURIComponent(`${owner}:${branch}`)}`)) as Named[];
  const pull =
    open[0] ??
    ((await ask('POST', '/pulls', {
      title,
      head: branch,
      base: 'main',
      body: `Written with an issue form: #${number}. When its author corrects the issue, this follows.\n\nCloses #${number}.`,
    })) as Named);
  await keepComment(
    ask,
    number,
    MARK,
    () => `Thank you. This is now proposed as #${pull.number}. To correct it, edit this issue.`,
  );
  return `${outcome.path} on ${branch}, pull request ${pull.number}.`;
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const {
    GITHUB_REPOSITORY = '',
    GITHUB_TOKEN = '',
    ISSUE_NUMBER = '',
    ISSUE_TITLE = '',
    ISSUE_BODY = '',
    ISSUE_DAY = '',
  } = process.env;
  const issue = { title: ISSUE_TITLE, body: ISSUE_BODY, day: ISSUE_DAY.slice(0, 10) };
  const [owner = ''] = GITHUB_REPOSITORY.split('/');
  console.log(await handle(process.cwd(), owner, Number(ISSUE_NUMBER), issue, asker(GITHUB_REPOSITORY, GITHUB_TOKEN)));
}
