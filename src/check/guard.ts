/** The patient-identifier guard as the gates call it. Contacts and exceptions are those of the checker's own repository. */
import { fileURLToPath } from 'node:url';
import type { Guard } from './gate.ts';
import { guardFiles } from './identifiers/files/guard.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** What the guard's own rules find: quick, for whoever waits. */
export const guard: Guard = (files) => guardFiles(ROOT, files);

/** That, and every secret that secretlint knows; its packages are there for developers and in CI only. */
export const thoroughGuard: Guard = async (files) => {
  const { scanSecrets } = await import('./identifiers/files/secret-scanner.ts');
  return [...guardFiles(ROOT, files), ...(await scanSecrets(files))];
};
