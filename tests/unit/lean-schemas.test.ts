/** What the browser gets of the schemas is whole, and holds no sentence that only the build reads. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { leanSchemas } from '../../src/site/lean-schemas.ts';

const src = fileURLToPath(new URL('../../src/', import.meta.url));
const { transform } = leanSchemas();
const lean = (file: string, name = 'client') =>
  transform.filter.id.test(join(src, file))
    ? transform.handler.call({ environment: { name } }, readFileSync(join(src, file), 'utf8'))?.code
    : undefined;

test.each([...globSync('*/schema.ts', { cwd: src }), 'fields.ts', 'citation.ts'])('%s is lean, and still a program', (file) => {
  const code = lean(file) ?? '';
  // What is worked out from a list that another module makes may stay.
  expect(code.match(/\.describe\(/g)?.length ?? 0).toBeLessThanOrEqual(1);
  const { diagnostics } = ts.transpileModule(code, { reportDiagnostics: true, fileName: file });
  expect(diagnostics?.map(({ messageText }) => messageText)).toEqual([]);
});

test('the build itself keeps the sentences, and other files stay as they are', () => {
  expect(lean('contacts/schema.ts', 'ssr')).toBeUndefined();
  expect(lean('days.ts')).toBeUndefined();
});
