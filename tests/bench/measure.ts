/** Runs a command and measures how long it takes, how much of it on the processor, and how much memory it holds. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export interface Measured {
  /** Wall time in seconds. */
  seconds: number;
  /** Processor time of the command and its children, in seconds; undefined without GNU time. Other programs disturb it less. */
  processor: number | undefined;
  /** The largest resident set of any one process of the command, in bytes; undefined where the system does not tell. */
  memory: number | undefined;
}

const TIME = '/usr/bin/time';
/** How often `/proc` is read where GNU time is missing, in milliseconds. */
const EVERY = 200;

/** The largest resident set so far, in bytes, of a process and of all below it, as Linux counts it. */
const peakBelow = (pid: number): number => {
  const parents = new Map<number, number[]>();
  const peaks = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const read = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      peaks.set(Number(name), read('VmHWM') * 1024);
      parents.set(read('PPid'), [...(parents.get(read('PPid')) ?? []), Number(name)]);
    } catch {
      // The process ended while it was being read.
    }
  }
  const most = (id: number): number => Math.max(peaks.get(id) ?? 0, ...(parents.get(id) ?? []).map(most));
  return most(pid);
};

/**
 * Runs node with `args` in `cwd` until it ends.
 *
 * @param scratch a folder for the report of GNU time.
 * @throws with the end of its output when it fails.
 */
export const measure = async (args: readonly string[], cwd: string, scratch: string): Promise<Measured> => {
  const linux = process.platform === 'linux';
  const timed = linux && existsSync(TIME);
  const report = join(process.cwd(), scratch, 'time.txt');
  mkdirSync(scratch, { recursive: true });
  rmSync(report, { force: true });
  const command = [...(timed ? [TIME, '-f', '%M %U %S', '-o', report] : []), process.execPath, ...args];
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', BASE_PATH: '/', DEPLOY: '', NODE_ENV: 'production', OUT_DIR: '' };
  const start = performance.now();
  const child = spawn(command[0] ?? '', command.slice(1), { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const hear = (words: Buffer): void => {
    said = (said + words.toString()).slice(-4000);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  let sampled = 0;
  const sample = () => {
    sampled = Math.max(sampled, peakBelow(child.pid ?? 0));
  };
  const timer = linux && !timed ? setInterval(sample, EVERY) : undefined;
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const seconds = (performance.now() - start) / 1000;
  clearInterval(timer);
  if (code !== 0) throw new Error(`node ${args.join(' ')} failed in ${cwd}:\n${said}`);
  if (!timed) return { seconds, processor: undefined, memory: sampled > 0 ? sampled : undefined };
  const [kibibytes = 0, user = 0, system = 0] = (readFileSync(report, 'utf8').trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number);
  return { seconds, processor: user + system, memory: kibibytes * 1024 };
};
