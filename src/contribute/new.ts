/** `npm run new project`: asks on the command line what the form asks in the browser, and writes the same file. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { pathToFileURL } from 'node:url';
import { readContent } from '../check/read.ts';
import { TO_BE_CONFIRMED } from '../fields.ts';
import { judge } from './judge.ts';
import { kindNames, kindOf, type KindName } from './kinds.ts';
import { pickersOf } from './pickers.ts';
import { shapeOf, type Field } from './shape.ts';
import { FILE_NAME, type Pair } from './values.ts';

/** Shows a question and gives the answer. */
export type Ask = (question: string) => Promise<string>;

const questionFor = ({ label, help, as, choices, required, unconfirmed }: Field): string =>
  [
    `\n${label}${required ? '' : ' (Enter to leave out)'}. ${help}`,
    ...(choices.length > 0 ? [choices.map(({ value }) => value).join(', ')] : []),
    ...(as === 'several' || as === 'lines' ? ['Several with semicolons between them.'] : []),
    ...(unconfirmed ? [`Or: ${TO_BE_CONFIRMED}`] : []),
    '> ',
  ].join('\n');

const pairsFor = ({ path, as, unconfirmed }: Field, answer: string): Pair[] => {
  if (unconfirmed && answer.trim().toLowerCase() === TO_BE_CONFIRMED) return [[`${path}:unconfirmed`, 'true']];
  const several = answer.split(';').map((one) => one.trim());
  if (as === 'several') return [[`${path}:[]`, ''], ...several.map((one): Pair => [`${path}:[]`, one])];
  if (as === 'lines') return [[`${path}:lines`, several.join('\n')]];
  if (as === 'number') return [[`${path}:number`, answer]];
  return [[path, as === 'yes' ? '' : answer]];
};

/** Groups that must be there are asked for; the rest, and lists of sources and the like, are for the editor, which completes them. */
const askedOf = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) =>
    field.as === 'group' ? (field.required ? askedOf(field.fields) : []) : field.as === 'list' ? [] : field,
  );

/**
 * Asks for an entry of this kind until it is sound, and writes its file below `root`.
 *
 * @returns the path of the file, relative to `root`.
 */
export const writeNew = async (root: string, name: KindName, ask: Ask): Promise<string> => {
  const kind = kindOf(name);
  const { entries } = readContent(root);
  const pickers = pickersOf(entries.map(({ room, id, data }) => ({ folder: room.folder, id, data: (data ?? {}) as object })));
  const schemaOf = await kind.schema();
  const taken = entries.filter(({ room }) => room.folder === kind.folder).map(({ id }) => id);
  const fields = askedOf(shapeOf(schemaOf, pickers));
  const answers = new Map<string, Pair[]>();
  for (const field of fields) answers.set(field.path, pairsFor(field, await ask(questionFor(field))));
  for (;;) {
    const judged = judge(kind, schemaOf(), [...answers.values()].flat(), { taken, known: {} });
    const [fault] = judged.faults;
    if (!fault) {
      const file = join(root, judged.path);
      if (existsSync(file)) throw new Error(`${judged.path} is there already.`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, judged.text);
      return judged.path;
    }
    const field = fields.find(({ path }) => path === fault.control || fault.control.startsWith(`${path}.`));
    if (field) answers.set(field.path, pairsFor(field, await ask(`\n${fault.message}${questionFor(field)}`)));
    else
      answers.set(fault.control, [
        [fault.control === FILE_NAME ? FILE_NAME : fault.control, await ask(`\n${fault.message}\n> `)],
      ]);
  }
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const name = kindNames.find((kind) => kind === process.argv[2]);
  if (!name) {
    console.error(`Say what to write: npm run new ${kindNames.join(' | ')}`);
    process.exitCode = 2;
  } else {
    const lines = createInterface({ input: process.stdin, output: process.stdout });
    try {
      const path = await writeNew(process.cwd(), name, (question) => lines.question(question));
      console.log(`\n${path} is written. Add its text and its sources there, then: npm run check`);
    } finally {
      lines.close();
    }
  }
}
