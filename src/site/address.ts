/**
 * Where the site lives: its origin, its base path and its repository. All three come from the environment, because the host
 * knows them (GitHub Pages sets them in the deploy workflow) and the final address is still to be confirmed.
 */

export interface Address {
  /** Scheme and host without a path, such as `https://llms-at-uclh.github.io`. */
  origin: string;
  /** The path that the site is served under; begins and ends with a slash. */
  base: string;
  /** `owner/name` on GitHub. */
  repository: string;
  /** The branch that "edit this page" opens. */
  branch: string;
  /** Whether this build is meant for the public host: nothing may then be missing or guessed. */
  deploy: boolean;
}

/** The one documented default, used wherever the environment says nothing. The deploy never uses it. */
export const DEFAULT_ADDRESS = {
  SITE_URL: 'https://llms-at-uclh.github.io',
  BASE_PATH: '/',
  GITHUB_REPOSITORY: 'llms-at-uclh/llms-at-uclh.github.io',
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

const readOrigin = (written: string): string => {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Error(`SITE_URL is "${written}", which is no web address. Write it like https://llms-at-uclh.github.io.`);
  }
  if (url.pathname !== '/') {
    throw new Error(`SITE_URL is "${written}", which has a path. Put the path "${url.pathname}" into BASE_PATH instead.`);
  }
  if (url.search || url.hash) {
    throw new Error(`SITE_URL is "${written}". Leave out what follows the host: ${url.origin}.`);
  }
  return url.origin;
};

const readBase = (written: string): string => {
  const inner = written.replace(/^\/+|\/+$/g, '');
  // A part of dots alone means "here" or "one up" to a browser, which would then look elsewhere.
  if (inner && !/^(?!\.+(\/|$))[\w.~-]+(\/(?!\.+(\/|$))[\w.~-]+)*$/.test(inner)) {
    throw new Error(`BASE_PATH is "${written}", which is no path. Write it like / or /llms-at-uclh/.`);
  }
  return inner ? `/${inner}/` : '/';
};

const readRepository = (written: string): string => {
  if (!/^[\w.-]+\/[\w.-]+$/.test(written)) {
    throw new Error(`GITHUB_REPOSITORY is "${written}". Write it as owner/name, such as llms-at-uclh/website.`);
  }
  return written;
};

/**
 * Reads the address from the environment: `SITE_URL`, `BASE_PATH`, `GITHUB_REPOSITORY`, and `DEPLOY=true` for the public build.
 *
 * @throws with the variable, its value and the fix, when one is malformed, or missing in a deploy.
 */
export const readAddress = (env: Environment): Address => {
  const deploy = env.DEPLOY === 'true';
  // An empty BASE_PATH is what GitHub Pages gives for a site at the root; only an absent one is missing.
  const missing = (Object.keys(DEFAULT_ADDRESS) as (keyof typeof DEFAULT_ADDRESS)[]).filter((name) =>
    name === 'BASE_PATH' ? env[name] === undefined : !env[name],
  );
  if (deploy && missing.length > 0) {
    throw new Error(
      `A deploy must know its address, but ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not set. ` +
        'Set it in the deploy workflow from the Pages action, or leave DEPLOY unset for a local build.',
    );
  }
  return {
    origin: readOrigin(env.SITE_URL || DEFAULT_ADDRESS.SITE_URL),
    base: readBase(env.BASE_PATH ?? DEFAULT_ADDRESS.BASE_PATH),
    repository: readRepository(env.GITHUB_REPOSITORY || DEFAULT_ADDRESS.GITHUB_REPOSITORY),
    branch: env.DEFAULT_BRANCH || 'main',
    deploy,
  };
};

/** Puts the base path before a site path: `/guide/x/` becomes `/base/guide/x/`. Other addresses are returned unchanged. */
export const underBase = (path: string, base: string): string =>
  path.startsWith('/') && !path.startsWith('//') ? base + path.slice(1) : path;

/** The whole web address of a site path such as `/guide/x/`. */
export const absolute = (path: string, { origin, base }: Pick<Address, 'origin' | 'base'>): string =>
  origin + underBase(path, base);

/** Where `file` (or a folder, which ends with a slash) of the repository is edited on GitHub. */
export const editAddress = (file: string, { repository, branch }: Pick<Address, 'repository' | 'branch'>): string =>
  `https://github.com/${repository}/${file.endsWith('/') ? 'tree' : 'edit'}/${branch}/${file.replace(/\/$/, '')}`;
