/**
 * What we ask of a workflow beyond what actionlint knows. Each rule takes the text of one workflow and returns what is wrong with
 * it, one sentence each; an empty list means that the rule is kept.
 */
import { isScalar, parse, parseDocument, visit } from 'yaml';

interface Step {
  uses?: string;
  env?: Record<string, unknown>;
  run?: string;
  with?: Record<string, unknown>;
}

interface Workflow {
  env?: Record<string, unknown>;
  on?: string | string[] | Record<string, unknown>;
  permissions?: string | Record<string, string> | null;
  jobs?: Record<string, Job>;
}

interface Job {
  uses?: string;
  env?: Record<string, unknown>;
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

/**
 * A pull request runs code that nobody has read yet. `pull_request_target` would run it with our own rights; `workflow_run` has them
 * too, and is allowed only as `trustedCodeOnly` asks.
 */
export const nothingToStealInPullRequests = (text: string): string[] => {
  const on = triggers(read(text));
  const problems = on
    .filter((trigger) => trigger === 'pull_request_target')
    .map((trigger) => `${trigger} lets a pull request act with the rights of this repository.`);
  if (!on.includes('pull_request')) return problems;
  for (const [name, { permissions = {} }] of jobs(text)) {
    problems.push(...written(permissions).map((scope) => `The job ${name}, which runs for pull requests, is granted ${scope}.`));
  }
  // Read without its comments, which may well use the word.
  if (/\bsecrets\b/.test(JSON.stringify(read(text)))) problems.push('A workflow that runs for pull requests mentions secrets.');
  return problems;
};

/** What a workflow after another may write: words under a pull request, and nothing that is published or run. */
const WRITES_AFTER = ['pull-requests: write', 'issues: write'];

/** What it may run: the packages of the main branch, and a script of ours without arguments. */
const COMMAND = /^(npm ci|node src(\/[\w-]+)+\.ts)$/;

const ACTIONS = ['actions/checkout', 'actions/setup-node'];

/** What one of its steps does that it must not do. */
const unlikeOurs = ({ uses, run, with: given = {}, ...rest }: Step): string[] => {
  const action = uses?.split('@')[0];
  const here = JSON.stringify({ uses, run, given, ...rest });
  const allowed =
    action === 'actions/checkout' ? ['fetch-depth', 'persist-credentials'] : ['node-version', 'package-manager-cache'];
  return [
    ...(action !== undefined && !ACTIONS.includes(action) ? [`${action} is no action that it needs.`] : []),
    ...(run !== undefined && !COMMAND.test(run.trim()) ? [`"${run.trim()}" is more than npm ci or a script of ours.`] : []),
    // Any other ref, repository, token or path may be chosen by a stranger; the default is the main branch.
    ...(action && ACTIONS.includes(action)
      ? Object.entries(given)
          .filter(([name, value]) => !allowed.includes(name) && !(name === 'ref' && value === 'main'))
          .map(([name]) => `${action} is given ${name}.`)
      : []),
    ...(action === 'actions/setup-node' && given['package-manager-cache'] !== false
      ? ['A cache may hold the code of a pull request; set package-manager-cache: false.']
      : []),
    // Its values are chosen by a stranger: the branch, the title, the message.
    ...(/github\.event\b|github\.head_ref|toJSON\(\s*github\s*\)/i.test(here)
      ? ['A step is given what a stranger may have written.']
      : []),
  ];
};

/**
 * A workflow that GitHub starts after another one has the rights of this repository, and what the other one left may be a stranger's.
 * So it starts after nothing else, checks out the main branch only, restores no cache, and runs nothing but a script of ours, which
 * asks GitHub for the rest and reads it as data.
 */
export const trustedCodeOnly = (text: string): string[] => {
  const workflow = read(text);
  const on = triggers(workflow);
  if (!on.includes('workflow_run')) return [];
  const problems = on.length > 1 ? [`workflow_run stands beside ${on.filter((one) => one !== 'workflow_run').join(', ')}.`] : [];
  for (const [name, { permissions = {}, uses, steps: own = [] }] of jobs(text)) {
    if (uses !== undefined) problems.push(`The job ${name} borrows ${uses}.`);
    const more = written(permissions).filter((scope) => !WRITES_AFTER.includes(scope));
    problems.push(...more.map((scope) => `The job ${name} is granted ${scope}.`), ...own.flatMap(unlikeOurs));
  }
  if (/\bsecrets\b/.test(JSON.stringify(workflow))) problems.push('It mentions secrets.');
  if (workflow.env || jobs(text).some(([, { env }]) => env)) problems.push('A variable belongs to the step that needs it.');
  return problems;
};

export const rules = {
  pinned,
  readOnlyByDefault,
  noExpressionInScripts,
  noTokenLeftBehind,
  nothingToStealInPullRequests,
  trustedCodeOnly,
};
