/** What is changed in Pagefind's scripts, so that a broken index is told to the dialog and not to the console. */
import * as pagefind from 'pagefind';
import { expect, test } from 'vitest';
import { quiet } from '../../src/search/quiet-pagefind.ts';

test('the scripts of the installed Pagefind log no error, and stay scripts', { timeout: 30_000 }, async () => {
  const { index } = await pagefind.createIndex({ forceLanguage: 'en' });
  await index?.addCustomRecord({ url: '/', content: 'airlock', language: 'en' });
  const { files = [] } = (await index?.getFiles()) ?? {};
  await pagefind.close();
  for (const name of ['pagefind.js', 'pagefind-worker.js']) {
    const script = new TextDecoder().decode(files.find(({ path }) => path === name)?.content);
    expect(script).toContain('console.error(');
    const changed = quiet(script);
    expect(changed).not.toMatch(/console\.(?:error|warn)\(/);
    expect(changed).not.toMatch(/_chunk"\)\)\.catch/);
    expect(() => new Function(changed.replace(/export\s*\{[^}]*\};?/, '').replaceAll('import.meta', '({})'))).not.toThrow();
  }
});

test('another script is no Pagefind that we know', () => {
  expect(() => quiet('console.error("x")')).toThrow('see src/search/quiet-pagefind.ts');
});
