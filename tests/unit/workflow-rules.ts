/**
 * What we ask of a workflow beyond what actionlint knows. Each rule takes the text of one workflow and returns what is wrong with
 * it, one sentence each; an empty list means that the rule is kept.
 */
import { isScalar, parse, parseDocument, visit } from 'yaml';

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

interface Workflow {
  on?: string | string[] | Record<string, unknown>;
  permissions?: string | Record<string, string> | null;
  jobs?: Record<string, Job>;
}

interface Job {
  permissions?: string | Record<string, string>;
  steps?: Step[];
}

const read = (text: string): Workflow => parse(text) as Workflow;

const jobs = (text: string): [string, Job][] => Object.entries(read(text).jobs ?? {});

const steps = (text: string): Step[] => jobs(text).flatMap(([, job]) => job.steps ?? []);

const triggers = ({ on = [] }: Workflow): string[] => (typeof on === 'string' ? [on] : Array.isArray(on) ? on : Object.keys(on));

/** A tag can be moved to other code; a commit cannot. The comment tells people, and Dependabot, which release it is. */
export const pinned = (text: string): string[] => {
  const problems: string[] = [];
  visit(parseDocument(text), {
    Pair(_, { key, value }) {
      if (!isScalar(key) || key.value !== 'uses' || !isScalar(value)) return;
      const uses = String(value.value);
      if (!/^[\w.-]+(\/[\w.-]+)+@[0-9a-f]{40}$/.test(uses)) problems.push(`${uses} is not pinned to a commit of 40 hex digits.`);
      if (!/^ v\d+\.\d+\.\d+$/.test(value.comment ?? ''))
        problems.push(`${uses} has no comment with its version, such as # v1.2.3.`);
    },
  });
  return problems;
};

/** The scopes that a `permissions:` opens for writing. */
const written = (permissions: string | Record<string, string>): string[] => {
  if (typeof permissions === 'string') return permissions === 'read-all' ? [] : [permissions];
  return Object.entries(permissions)
    .filter(([, level]) => level !== 'read' && level !== 'none')
    .map(([scope, level]) => `${scope}: ${level}`);
};

/** What every job gets unless it asks for more. Left out, GitHub decides, and a repository's setting may say "write". */
export const readOnlyByDefault = (text: string): string[] => {
  const { permissions } = read(text);
  if (!permissions) return ['The workflow does not set its permissions.'];
  return written(permissions).map((scope) => `The workflow grants ${scope} to every job.`);
};

/**
 * An expression inside a script is pasted in before the shell reads it, so that a pull request's title could run a command. We
 * refuse them all rather than list the dangerous ones: a variable in `env` does the same and is only ever data.
 */
export const noExpressionInScripts = (text: string): string[] =>
  steps(text)
    .flatMap((step) => [step.run, step.with?.script])
    .filter((script) => typeof script === 'string')
    .flatMap((script) => script.match(/\$\{\{.*?\}\}/gs) ?? [])
    .map((expression) => `${expression} is part of a script; pass it through env.`);

/** Otherwise the token stays in the git configuration, where every later step and package script can read it. */
export const noTokenLeftBehind = (text: string): string[] =>
  steps(text)
    .filter(({ uses = '' }) => uses.startsWith('actions/checkout@'))
    .filter((step) => step.with?.['persist-credentials'] !== false)
    .map(({ uses = '' }) => `${uses} does not set persist-credentials: false.`);

/** A pull request runs code that nobody has read yet. `pull_request_target` and `workflow_run` would run with our own rights. */
export const nothingToStealInPullRequests = (text: string): string[] => {
  const on = triggers(read(text));
  const problems = on
    .filter((trigger) => trigger === 'pull_request_target' || trigger === 'workflow_run')
    .map((trigger) => `${trigger} lets a pull request act with the rights of this repository.`);
  if (!on.includes('pull_request')) return problems;
  for (const [name, { permissions = {} }] of jobs(text)) {
    problems.push(...written(permissions).map((scope) => `The job ${name}, which runs for pull requests, is granted ${scope}.`));
  }
  // Read without its comments, which may well use the word.
  if (/\bsecrets\b/.test(JSON.stringify(read(text)))) problems.push('A workflow that runs for pull requests mentions secrets.');
  return problems;
};

export const rules = { pinned, readOnlyByDefault, noExpressionInScripts, noTokenLeftBehind, nothingToStealInPullRequests };
