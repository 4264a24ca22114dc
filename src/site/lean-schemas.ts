/** Leaves out of the browser what only the build needs of Zod. */
import { readFileSync } from 'node:fs';

const JSON_SCHEMA = /[\\/]zod[\\/]v4[\\/]core[\\/](?:to-json-schema|json-schema-processors)\.js$/;

/**
 * Every schema of Zod carries methods that write it as JSON Schema, 4 kB that no browser calls here: the forms are laid out by the
 * build (src/contribute/shape.ts). In scripts for the browser, these methods write nothing.
 */
export const leanSchemas = () => ({
  name: 'lean-schemas',
  enforce: 'pre' as const,
  load(this: { environment?: { name: string } }, id: string): string | undefined {
    if (this.environment?.name !== 'client' || !JSON_SCHEMA.test(id)) return undefined;
    const names = [...readFileSync(id, 'utf8').matchAll(/^export (?:const|function|class) (\w+)/gm)].map(([, name = '']) => name);
    return names.map((name) => `export const ${name} = () => () => undefined;`).join('\n');
  },
});
