/** The generator for those with a clone asks until the file is sound, and writes the file of the form. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeNew } from '../../../src/contribute/new.ts';
import { temporaryFolder } from '../helpers.ts';

test('npm run new asks again for what is wrong, and writes the file', async () => {
  const root = temporaryFolder({
    'content/glossary/old.mdx': '---\nterm: Old\ndefinition: Something that is here already.\n---\n',
  });
  const asked: string[] = [];
  const answers: [RegExp, string[]][] = [
    [/^\s*(?:Give the term\.\s*)?Term\./, ['', 'Perplexity: a measure']],
    [/Definition/, ['Too short', 'How surprised a model is by a text.']],
    [/Aliases/, ['surprise; PPL']],
  ];
  const path = await writeNew(root, 'term', (question) => {
    asked.push(question);
    return Promise.resolve(answers.find(([about]) => about.test(question))?.[1].shift() ?? '');
  });
  expect(path).toBe('content/glossary/perplexity-a-measure.mdx');
  expect(readFileSync(join(root, path), 'utf8')).toBe(
    '---\nterm: "Perplexity: a measure"\naliases:\n  - surprise\n  - PPL\ndefinition: How surprised a model is by a text.\n---\n',
  );
  expect(asked.join('\n')).toContain('Give a definition, at least 20 characters.');
});
