/** The form for a correction: it writes no file, but an issue or a letter. */
import { fillPairs } from './controls.ts';
import { runForm } from './form.ts';
import { issueAddress } from './hand-over.ts';
import { likelyIn, signFault, type FormFault } from './judge.ts';
import { handOverText } from './send.ts';

/** Starts the form inside `root`. Its questions, and which of them must be answered, are those of the issue form. */
export const run = (root: HTMLElement): Promise<{ submit: () => void }> => {
  const asked = [...root.querySelectorAll<HTMLElement>('form [data-field]')].map((field) => ({
    control: field.dataset.field ?? '',
    question: field.querySelector('label')?.textContent.replace('(optional)', '').trim() ?? '',
    required: !field.querySelector('label')?.textContent.includes('(optional)'),
  }));
  let answers: Record<string, string> = {};
  const form = runForm(root, {
    judge: (pairs) => {
      answers = Object.fromEntries(pairs.map(([name, value]) => [name, value.trim()]));
      const faults = asked.flatMap(({ control, required }): FormFault[] => {
        const answer = answers[control] ?? '';
        const message = required && answer === '' ? 'Please answer this.' : signFault(answer);
        return message === undefined ? [] : [{ control, message }];
      });
      const lines = asked.flatMap(({ control, question }) =>
        answers[control] ? [question, ...answers[control].split('\n'), ''].map((text) => ({ text, path: [control] })) : [],
      );
      const text = lines.map((line) => `${line.text}\n`).join('');
      return {
        path: `Correction: ${answers.page ?? ''}`,
        text,
        faults,
        likely: likelyIn(text, lines, ([control]) => String(control), {}),
        values: {},
      };
    },
    begin: (element, fresh) => {
      const page = new URLSearchParams(location.search).get('page');
      if (page && fresh) fillPairs(element, [['page', page]]);
    },
    handOver: (judgement, reasons) =>
      handOverText(root, judgement, reasons, issueAddress(root.dataset.repository ?? '', 'correction.yml', answers)),
  });
  return Promise.resolve(form);
};
