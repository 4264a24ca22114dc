/** The questions of the correction form, read from GitHub's own issue form so that both ask the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Field } from './shape.ts';

interface Question {
  type: string;
  id?: string;
  attributes: { label?: string; description?: string };
  validations?: { required?: boolean };
}

/** The fields of the form, from the repository at `root`. What is only ticked on GitHub is asked there. */
export const correctionFields = (root: string): Field[] => {
  const { body } = parse(readFileSync(join(root, '.github/ISSUE_TEMPLATE/correction.yml'), 'utf8')) as { body: Question[] };
  return body
    .filter(({ type }) => type === 'input' || type === 'textarea')
    .map(({ type, id = '', attributes: { label = '', description = '' }, validations }) => ({
      path: id,
      label,
      help: description,
      required: validations?.required ?? false,
      unconfirmed: false,
      as: type === 'input' ? 'line' : 'text',
      choices: [],
      fields: [],
    }));
};
