/**
 * Bare Pagefind beside a built site: the same pages, without what this site tells Pagefind about them. What is left out of the text,
 * such as navigation, stays out, to its advantage.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as pagefind from 'pagefind';

export const BARE_FOLDER = 'pagefind-bare';

const OURS = / data-pagefind-(?:meta|filter)(?:="[^"]*")?/g;

/** Writes an index into `pagefind-bare/` of the site in `folder`. */
export const indexBare = async (folder: string): Promise<void> => {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
  for (const file of globSync('**/index.html', { cwd: folder })) {
    const content = readFileSync(join(folder, file), 'utf8').replaceAll(OURS, '');
    await index.addHTMLFile({ sourcePath: file.replaceAll('\\', '/'), content });
  }
  await index.writeFiles({ outputPath: join(folder, BARE_FOLDER) });
  await pagefind.close();
};
