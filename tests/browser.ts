/** Finds a browser for the tests, or installs one, and says what it does. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
];

const FIXED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const onPath = (): string[] =>
  (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));

/** A browser that is there but lacks a system library does not start; asking for its version shows that. */
const starts = (path: string): boolean =>
  existsSync(path) && (process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0);

/**
 * The browser to test with: `BROWSER_PATH` (or `CHROME_PATH`), then Chrome, Chromium or Edge on the machine, then Playwright's own
 * download. Undefined when there is none.
 *
 * @throws when the environment names a browser that does not start.
 */
export const findBrowser = (): string | undefined => {
  const named = process.env.BROWSER_PATH || process.env.CHROME_PATH;
  if (named) {
    if (starts(named)) return named;
    throw new Error(
      `BROWSER_PATH names ${named}, which is no browser that starts. Correct it, or unset it to let the tests look.`,
    );
  }
  return [...onPath(), ...FIXED, chromium.executablePath()].find(starts);
};

const run = (command: string, args: string[], minutes: number, env: NodeJS.ProcessEnv = {}): boolean => {
  console.log(`  $ ${command} ${args.join(' ')}`);
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: minutes * 60_000,
    env: { ...process.env, ...env },
  });
  return status === 0;
};

/**
 * A browser to test with, installed if need be: Playwright's download first, then Debian's `chromium` through apt.
 *
 * @throws with what to do when neither works.
 */
export const ensureBrowser = (): string => {
  const found = findBrowser();
  if (found) return found;
  console.log('No Chrome, Chromium or Edge was found. Trying to download the one that Playwright brings.');
  run(process.execPath, [join('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'], 5, {
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
  });
  const downloaded = findBrowser();
  if (downloaded) return downloaded;
  if (process.platform === 'linux' && existsSync('/usr/bin/apt-get')) {
    console.log('That did not work. Trying Debian’s chromium through apt.');
    const before = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    const apt = (...args: string[]) => {
      const [command = '', ...rest] = [...before, 'apt-get', ...args];
      return run(command, rest, 10, { DEBIAN_FRONTEND: 'noninteractive' });
    };
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'chromium');
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error(
    'There is no browser to test with. Install Chrome, Chromium or Edge, or set BROWSER_PATH to one, and run the tests again.',
  );
};

/** What Chromium needs to run without a person, without reaching outside, and as root where the machine has no other user. */
export const browserArguments: readonly string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
