/** What a build says of content that it does not build. */
import type { Result } from './check.ts';
import { isError } from './problems.ts';
import { toTerminal } from './report.ts';

/** All errors in one, in plain words; undefined where there is none. */
export const refusal = ({ problems, files }: Result): Error | undefined => {
  const errors = problems.filter(isError);
  // Warnings are for whoever writes; a build that prints them each time teaches to look away.
  return errors.length > 0 ? new Error(`The content has problems.\n\n${toTerminal(errors, files)}\n`) : undefined;
};
