/** Leaves out of the browser what only the build needs of Zod. */
import { readFileSync } from 'node:fs';

const JSON_SCHEMA = /[\\/]zod[\\/]v4[\\/]core[\\/](?:to-json-schema|json-schema-processors)\.js$/;

/** The sentence on a field, where it is a text and nothing is worked out in it but the words of a list. */
const DESCRIPTION = /\s*\.describe\(\s*(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`[^`]*`),?\s*\)/g;

/** The schemas of this site, and what they are made of. */
const OURS = /[\\/]src[\\/](?:\w+[\\/]schema|fields|citation)\.ts$/;

interface Build {
  environment?: { name: string };
}

/**
 * Every schema of Zod carries methods that write it as JSON Schema, 4 kB that no browser calls here: the forms are laid out by the
 * build (src/contribute/shape.ts). In scripts for the browser, these methods write nothing, and the sentences on the fields, which the
 * page of a form holds already, are left out.
 */
export const leanSchemas = () => ({
  name: 'lean-schemas',
  enforce: 'pre' as const,
  load: {
    filter: { id: JSON_SCHEMA },
    handler(this: Build, id: string): string | undefined {
      if (this.environment?.name !== 'client') return undefined;
      const names = [...readFileSync(id, 'utf8').matchAll(/^export (?:const|function|class) (\w+)/gm)].map(
        ([, name = '']) => name,
      );
      return names.map((name) => `export const ${name} = () => () => undefined;`).join('\n');
    },
  },
  transform: {
    filter: { id: OURS },
    handler(this: Build, code: string): { code: string; map: null } | undefined {
      if (this.environment?.name !== 'client') return undefined;
      return { code: code.replaceAll(DESCRIPTION, ''), map: null };
    },
  },
});
