/** The pathway: every step by keyboard and with axe, nothing lost on the way back, a shared address, on paper and small screens. */
import { readFileSync } from 'node:fs';
import { violations } from './checks.ts';
import { noApproval, question, result, STOPPED } from './pathway.ts';
import { expect, test } from './site.ts';

test('every step can be done by keyboard, holds to axe, says that it gives no approval, and has the focus on its heading', async ({
  page,
  faults,
}) => {
  test.setTimeout(240_000);
  await page.goto('pathway/');
  await page.getByRole('link', { name: 'Answer the questions' }).press('Enter');
  const seen: string[] = [];
  for (let turn = 0; turn < 30; turn += 1) {
    await expect(question(page).or(result(page))).toBeFocused();
    await expect(noApproval(page)).toBeVisible();
    expect(await violations(page), `step ${turn + 1}`).toEqual([]);
    if (await result(page).isVisible()) break;
    seen.push((await question(page).textContent()) ?? '');
    // One question takes several answers; the others are radio buttons, of which the first is reached by Tab.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(page.locator('[data-place] input:checked')).toHaveCount(1);
    await expect(page.locator('[data-effect]')).toContainText('What this answer changes');
    await page.getByRole('button', { name: 'Continue' }).focus();
    await page.keyboard.press('Enter');
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThan(20);
  await expect(page.getByRole('heading', { name: 'What to do next, in order' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Whom to ask' })).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page), 'the result in dark colours').toEqual([]);
  expect(faults).toEqual([]);
});

test('arrow keys move between the answers, and unsure is always among them', async ({ page }) => {
  await page.goto('pathway/#at=q1a');
  await expect(question(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Unsure' })).toBeChecked();
  await expect(page).toHaveURL(/#q1a=unsure&at=q1a$/);
});

test('going on without an answer says so, and leads to the answers', async ({ page }) => {
  await page.goto('pathway/#at=q1b');
  await page.getByRole('button', { name: 'Continue' }).click();
  const problem = page.getByRole('link', { name: /Choose an answer/ });
  await expect(problem).toBeFocused();
  await expect(page.locator('fieldset#q1b')).toHaveAttribute('aria-describedby', 'pathway-problem');
  expect(await violations(page)).toEqual([]);
  await problem.press('Enter');
  await expect(page.locator('fieldset#q1b input').first()).toBeFocused();
  await page.getByRole('radio', { name: 'No', exact: true }).check();
  await expect(problem).toBeHidden();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/#q1b=no&at=q1c$/);
});

test('back and forward lose nothing, by button and by browser', async ({ page }) => {
  await page.goto('pathway/');
  await page.getByRole('link', { name: 'Answer the questions' }).click();
  const answer = async (label: string) => {
    await page.locator('[data-place]').getByText(label, { exact: true }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
  };
  await answer('No');
  await answer('No');
  await answer('Yes');
  await page.locator('[data-place]').getByText('UCLH records', { exact: true }).click();
  await expect(question(page)).toHaveText('Which data will you use?');
  await page.goBack();
  await expect(page.getByRole('radio', { name: 'Yes' })).toBeChecked();
  await page.goBack();
  await expect(page.getByRole('radio', { name: 'No' })).toBeChecked();
  // What was answered further on is kept, though the browser went back past it.
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('checkbox', { name: 'UCLH records' })).toBeChecked();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('radio', { name: 'Yes' })).toBeChecked();
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Yes' })).toBeChecked();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('checkbox', { name: 'UCLH records' })).toBeChecked();
});

test('back to the beginning and in again goes on where answers end', async ({ page }) => {
  await page.goto('pathway/');
  await page.getByRole('link', { name: 'Answer the questions' }).click();
  await page.getByRole('radio', { name: 'No', exact: true }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/#q1a=no&at=q1b$/);
  await page.goBack();
  await expect(page).toHaveURL(/#q1a=no&at=q1a$/);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'The questions' })).toBeVisible();
  await expect(page).toHaveTitle(/^What applies to my study/);
  await page.getByRole('link', { name: 'Answer the questions' }).click();
  await expect(page).toHaveURL(/#q1a=no&at=q1b$/);
  await expect(question(page)).toBeFocused();
});

test('an answer that makes others needless says so, and brings them back when it is changed back', async ({ page }) => {
  await page.goto('pathway/#q2=uclh_records&q3=identifiable&at=q2');
  await expect(page.getByRole('checkbox', { name: 'UCLH records', exact: true })).toBeChecked();
  await page.getByText('UCLH records', { exact: true }).click();
  await page.getByText('Purely synthetic data', { exact: true }).click();
  await expect(page).toHaveURL(/#q2=synthetic_pure&at=q2$/);
  await page.getByText('Purely synthetic data', { exact: true }).click();
  await page.getByText('UCLH records', { exact: true }).click();
  await expect(page).toHaveURL(/#q2=uclh_records&q3=identifiable&at=q2$/);
});

test('“none” stands alone among several answers', async ({ page }) => {
  await page.goto('pathway/#q13=patients.staff&at=q13');
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await page.getByText('Nobody', { exact: true }).click();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await page.getByText('Carers or relatives', { exact: true }).click();
  await expect(page.getByRole('checkbox', { name: 'Nobody' })).not.toBeChecked();
});

test('a shared address shows the result: stops first, then what is next, what may apply, and what no answer triggers', async ({
  page,
  faults,
  basePath,
}) => {
  await page.goto(`pathway/#${STOPPED}`);
  await expect(result(page)).toBeFocused();
  await expect(page).toHaveTitle(/^The result/);
  expect(await page.locator('.result h3').allTextContents()).toEqual([
    'What stops you',
    'What to do next, in order',
    'How to report it',
    'What may apply, and why',
    'What your answers do not trigger, and why',
    'Your answers',
  ]);
  const stop = page.locator('.stops .outcome');
  await expect(stop).toHaveCount(1);
  await expect(stop).toContainText('Send nothing to that service');
  await expect(stop).toContainText('Model runs “At another service”');
  await stop.getByText('Guide, sources, date checked').click();
  await expect(stop).toContainText('to be verified');
  await expect(stop).toContainText('23 November 2026');
  await expect(stop.getByRole('link', { name: 'SAFEHR' })).toHaveAttribute('href', `${basePath}contacts/safehr/`);
  const may = page.locator('details.outcome', { hasText: 'Section 251 support' });
  await may.locator('summary').click();
  await expect(may).toContainText('Confidentiality Advisory Group');
  await expect(page.locator('.ruled li', { hasText: 'Notify MHRA of a clinical investigation' })).toContainText(
    'Outputs go to “To researchers only”',
  );
  await expect(page.locator('.ruled li', { hasText: 'research ethics committee (REC)' })).toContainText(
    'Not triggered by your answers; confirm with the HRA’s REC tool.',
  );
  expect(await page.locator('main').innerText()).not.toMatch(/\bapproved\b|\bexempt\b|\bcleared\b|no ethics needed/i);
  expect(faults).toEqual([]);
});

test('an answer can be changed from the result, which then comes back', async ({ page }) => {
  await page.goto(`pathway/#${STOPPED}`);
  await page.getByRole('button', { name: 'Change: Model runs' }).click();
  await expect(question(page)).toHaveText('Where does the model run?');
  await page.getByText('Inside the Trust or its secure environment', { exact: true }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(result(page)).toBeFocused();
  await expect(page.locator('.stops')).toHaveCount(0);
});

test('a damaged address restores what it can and says what it dropped', async ({ page, faults }) => {
  await page.goto('pathway/#q1a=no&q1b=perhaps&q99=yes&q1a=yes&q2=public_dua&q3=identifiable&%E0%A4%A&at=q2');
  const said = page.locator('[data-said]');
  for (const words of [
    'could not be restored',
    '“Departs from accepted care” has no answer “perhaps”.',
    'There is no question “q99”.',
    '“Randomised” was answered more than once',
    '“Form of the data” is not asked with your answer to “Data”.',
  ]) {
    await expect(said).toContainText(words);
  }
  await expect(page.getByRole('checkbox', { name: 'A dataset under an agreement' })).toBeChecked();
  await expect(page).toHaveURL(/#q1a=no&q2=public_dua&at=q2$/);
  expect(await violations(page)).toEqual([]);
  await page.goto(`pathway/#q1a=yes&${'x&'.repeat(10_000)}q1b=<img src=x onerror=alert(1)>`);
  await expect(said).toContainText(/And \d+ more\./);
  await expect(page.locator('main img')).toHaveCount(0);
  expect(faults).toEqual([]);
});

test('the name of a part of the page is no state, and does not lose one', async ({ page }) => {
  await page.goto('pathway/#ask');
  await expect(page.getByRole('link', { name: 'Answer the questions' })).toBeVisible();
  await page.goto('pathway/#q1a=yes&at=q1b');
  await expect(question(page)).toBeFocused();
  await page.locator('.skip').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#q1a=yes&at=q1b$/);
});

test('the study plan can be taken away as Markdown', async ({ page, siteUrl }) => {
  await page.goto(`pathway/#${STOPPED}`);
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as a study plan' }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toBe('study-plan.md');
  const text = readFileSync(await file.path(), 'utf8');
  expect(text).toMatch(/^# Study plan \(skeleton\)\n/);
  expect(text).toContain('**This gives no approval.**');
  expect(text).toContain('- [ ] **Stop before any call to an outside model**');
  expect(text).toContain(`  - Ask: [SAFEHR](${siteUrl}contacts/safehr/)`);
  expect(text).toContain('- Model runs: At another service');
  expect(text.indexOf('## What stops the work')).toBeLessThan(text.indexOf('## What to do next, in order'));
  expect(text).toContain('Not triggered by your answers; confirm with the HRA’s REC tool.');
  expect(text).toContain('SQUIRE 2.0');
  expect(text).not.toMatch(/undefined|\[object/);
});

test('on paper the result is whole, unfolded and without buttons', async ({ page }) => {
  await page.goto(`pathway/#${STOPPED}`);
  await expect(result(page)).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.result details:not([open])').count()).toBe(0);
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(noApproval(page)).toBeVisible();
  await expect(page.locator('.result .only-print')).toContainText('q11=other_cloud_api');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await page.locator('.result details[open]').count()).toBe(0);
});

test('fits on 320 pixels, at a step and at the result', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const at of ['q2', 'q3', 'result']) {
    await page.goto(`pathway/#${STOPPED.replace('at=result', `at=${at}`)}`);
    await expect(page.locator('study-pathway[data-on]')).toBeVisible();
    for (const summary of await page.locator('.result summary').all()) await summary.click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), at).toBeLessThanOrEqual(320);
  }
});

test('in forced colours the answer chosen and the buttons can be told', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('pathway/#q1a=no&at=q1a');
  await expect(page.getByRole('radio', { name: 'No', exact: true })).toBeChecked();
  const look = (name: string) =>
    page.getByRole('button', { name, exact: true }).evaluate((node) => {
      const { color, backgroundColor, borderTopWidth } = getComputedStyle(node);
      return { readable: color !== backgroundColor, bordered: borderTopWidth !== '0px' };
    });
  expect(await look('Continue')).toEqual({ readable: true, bordered: true });
});
