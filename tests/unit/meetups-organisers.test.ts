/** The page for organisers shows edits and what comes of them: each edit is made here, and the site's own words are compared. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { EXAMPLE, tasks } from '../../src/meetups/organisers.ts';
import { planOf } from '../../src/meetups/plan.ts';
import { sayNext } from '../../src/meetups/say.ts';
import { seriesSchema } from '../../src/meetups/schema.ts';
import { told } from '../../src/meetups/words.ts';

const fields = (yaml: string): object => parse(yaml) as object;

test.each(tasks.map((task) => [task.title, task] as const))('%s', (_title, { edit, at, says }) => {
  const plan = planOf(seriesSchema().parse({ ...fields(EXAMPLE), ...fields(edit) }));
  expect(plan && sayNext(told(plan), Date.parse(at), 'Europe/London')).toBe(says);
});

test('every edit changes what is said, but for the first date, which the example has already', () => {
  for (const { id, at, says } of tasks.filter((task) => task.id !== 'first-date')) {
    const plan = planOf(seriesSchema().parse(fields(EXAMPLE)));
    expect(plan && sayNext(told(plan), Date.parse(at), 'Europe/London'), id).not.toBe(says);
  }
});
