/** The text of the entries, for the pages that show it. */
import { readTerms } from '../glossary/explain.ts';
import { address } from '../site/here.ts';
import { compiledAhead } from './ahead.ts';
import { compiler, type Compiled } from './compile.ts';

const compile = compiler(address.base, () => readTerms(process.cwd()), process.cwd());

interface Entry {
  filePath?: string | undefined;
  body?: string | undefined;
  data: object;
}

/**
 * The text of an entry of any collection, for `<Text parts={parts} />`.
 *
 * @throws with all that an author may not write.
 */
export const textOf = async ({ filePath = '', body = '', data }: Entry): Promise<Compiled> =>
  compiledAhead(filePath, body) ??
  compile({
    file: filePath,
    body,
    sources: 'sources' in data ? data.sources : undefined,
    checked: import.meta.env.PROD,
  });
