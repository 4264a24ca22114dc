/** The questions of the correction form. GitHub's own form (.github/ISSUE_TEMPLATE/correction.yml) asks the same; a test compares them. */
import type { Field } from './shape.ts';

const question = (path: string, label: string, help: string, as: 'line' | 'text', required: boolean): Field => ({
  path,
  label,
  help,
  required,
  unconfirmed: false,
  as,
  choices: [],
  fields: [],
});

export const correctionFields: readonly Field[] = [
  question('page', 'Which page?', 'Its address, copied from the browser, or its title.', 'line', true),
  question('wrong', 'What is wrong?', 'Quote the sentence if you can.', 'text', true),
  question('right', 'What should it say?', 'Leave it empty if you do not know.', 'text', false),
  question('source', 'How do we know?', 'A page, a paper or a person we can ask, and its date if it has one.', 'text', false),
];
