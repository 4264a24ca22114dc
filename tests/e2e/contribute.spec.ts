/** The forms for contributors: from empty to handed over with the keyboard alone, and nothing lost on the way. */
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { brotliLength } from '../bench/sizes.ts';
import { expect, test } from './site.ts';

/** Moves on with Tab until a control of this name has the focus, then types, or presses the keys given. */
const at = async (page: Page, name: string, does: { type?: string; press?: string[] }): Promise<void> => {
  for (let step = 0; step < 120; step += 1) {
    const here = await page.evaluate(() => {
      const control = document.activeElement as HTMLInputElement | null;
      return control?.name || (control?.textContent.trim().replaceAll(/\s+/g, ' ') ?? '');
    });
    if (here === name) break;
    await page.keyboard.press('Tab');
    if (step === 119) throw new Error(`The keyboard does not reach ${name}.`);
  }
  if (does.type !== undefined) await page.keyboard.type(does.type);
  for (const key of does.press ?? []) await page.keyboard.press(key);
};

const sendButton = 'Check it and go on';

/** What fills each form, in the order of its controls. */
const forms: Record<string, { steps: [string, { type?: string; press?: string[] }][]; file: string; holds: string[] }> = {
  project: {
    steps: [
      ['title', { type: 'Letters: a "quiet" pilot' }],
      ['summary', { type: 'A model drafts letters and clinicians correct them.' }],
      ['kind', { press: ['ArrowDown'] }],
      ['stage', { press: ['ArrowDown'] }],
      ['themes:[]', { press: ['Space'] }],
      ['contacts:[]', { press: ['Tab', 'Space'] }],
      ['organisations:unconfirmed', { press: ['Space'] }],
      ['updated', { type: '11232026' }],
      ['=text', { type: '## What it is\n\nA pilot with p<0.05 and {braces}.' }],
    ],
    file: 'content/projects/letters-a-quiet-pilot.mdx',
    holds: [
      'title: "Letters: a \\"quiet\\" pilot"',
      'kind: study',
      'stage: idea',
      'organisations: to be confirmed',
      'updated: 2026-11-23',
    ],
  },
  session: {
    steps: [
      ['series', { press: ['ArrowDown'] }],
      ['date', { type: '11252026' }],
      ['title', { type: 'Prompting' }],
      ['summary', { type: 'How we write prompts that others can check.' }],
      ['Add to speakers', { press: ['Enter'] }],
      ['speakers.0.name', { type: 'Ada Example' }],
    ],
    file: 'content/meetups/sessions/2026-11-25-prompting.mdx',
    holds: ['date: 2026-11-25', 'speakers:\n  - name: Ada Example'],
  },
  contact: {
    steps: [
      ['name', { type: 'Ada Example' }],
      ['kind', { press: ['ArrowDown'] }],
      ['role', { type: 'Data scientist' }],
      ['affiliations:unconfirmed', { press: ['Space'] }],
      ['askAbout:lines', { type: 'Evaluation\nSummaries' }],
      ['consent:unconfirmed', { press: ['Space'] }],
    ],
    file: 'content/contacts/ada-example.mdx',
    holds: ['askAbout:\n  - Evaluation\n  - Summaries', 'consent: to be confirmed'],
  },
  term: {
    steps: [
      ['term', { type: 'Perplexity' }],
      ['definition', { type: 'How surprised a model is by a text: the lower, the better it foresaw it.' }],
    ],
    file: 'content/glossary/perplexity.mdx',
    holds: ['term: Perplexity'],
  },
  guide: {
    steps: [
      ['title', { type: 'Naming things' }],
      ['short', { type: 'Names' }],
      ['description', { type: 'How to name files and variables in a study.' }],
      ['order:number', { type: '99' }],
      ['part', { press: ['ArrowDown'] }],
      ['readers.clinician', { type: 'For clinicians.' }],
      ['readers.dataScientist', { type: 'For data scientists.' }],
      ['readers.manager', { type: 'For managers.' }],
      ['status', { press: ['ArrowDown'] }],
      ['owner:unconfirmed', { press: ['Space'] }],
      ['ask:[]', { press: ['Space'] }],
      ['Add to sources', { press: ['Enter'] }],
      ['sources.0.id', { type: 'names' }],
      ['sources.0.title', { type: 'Names' }],
      ['sources.0.url', { type: 'https://example.org/names' }],
      ['sources.0.publisher', { type: 'Institute of Examples' }],
      ['sources.0.dated', { type: 'undated' }],
      ['sources.0.readOn', { type: '11232026' }],
      ['sources.0.howRead', { press: ['ArrowDown'] }],
      ['=text', { type: 'Names matter.<Source id="names" />' }],
    ],
    file: 'content/guide/naming-things.mdx',
    holds: ['order: 99', 'readers:\n  clinician: For clinicians.', 'owner: to be confirmed'],
  },
};

for (const [kind, { steps, file, holds }] of Object.entries(forms)) {
  test(`${kind}: from empty to handed over by keyboard alone`, async ({ page, faults }) => {
    await page.goto(`contribute/new/${kind}/`);
    for (const [name, does] of steps) await at(page, name, does);
    await at(page, sendButton, { press: ['Enter'] });
    await expect(page.getByRole('heading', { name: 'Hand it over' })).toBeFocused();
    await expect(page).toHaveURL(/#send$/);
    await expect(page.getByText(file, { exact: true })).toBeVisible();
    const text = await page.locator('[data-sending] [data-file]').textContent();
    for (const line of holds) expect(text).toContain(line);
    const href = new URL((await page.getByRole('link', { name: 'Open GitHub' }).getAttribute('href')) ?? '');
    expect(`${href.pathname.replace(/^.*\/new\/main\//, '')}/${href.searchParams.get('filename')}`).toBe(file);
    expect(href.searchParams.get('value')).toBe(text);
    await page.reload();
    await expect(page.locator('[data-sending] [data-file]')).toHaveText(text ?? '');
    await expect(page.getByRole('heading', { name: 'Hand it over' })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('button', { name: sendButton })).toBeVisible();
    await page.reload();
    const [first = ['', {}]] = steps;
    await expect(page.locator(`[name="${first[0]}"]`).first()).not.toHaveValue('');
    expect(faults).toEqual([]);
  });
}

test('a correction becomes an issue with the answers in it', async ({ page, faults }) => {
  await page.goto('contribute/new/correction/?page=/about/');
  await at(page, 'wrong', { type: 'The second sentence.' });
  await at(page, sendButton, { press: ['Enter'] });
  await expect(page.getByRole('heading', { name: 'Hand it over' })).toBeFocused();
  const href = new URL((await page.getByRole('link', { name: 'Open GitHub' }).getAttribute('href')) ?? '');
  expect(href.pathname).toMatch(/\/issues\/new$/);
  expect(Object.fromEntries(href.searchParams)).toMatchObject({
    template: 'correction.yml',
    page: '/about/',
    wrong: 'The second sentence.',
  });
  await page.goBack();
  await page.reload();
  await expect(page.locator('#f-wrong')).toHaveValue('The second sentence.');
  // Too much for an address: the issue form opens empty, and the text is copied.
  await page.locator('#f-right').fill('A sentence that is said again and again. '.repeat(200));
  await page.getByRole('button', { name: sendButton }).click();
  await expect(page.getByRole('button', { name: 'Copy it' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open GitHub' })).toHaveAttribute(
    'href',
    /\/issues\/new\?template=correction\.yml$/,
  );
  expect(faults).toEqual([]);
});

test('what is being written is shown as lists will show it, with the file so far', async ({ page }) => {
  await page.goto('contribute/new/term/');
  const preview = page.getByRole('complementary', { name: 'Preview' });
  await expect(preview).toBeHidden();
  await page.locator('#f-term').fill('Perplexity');
  await page.locator('#f-definition').fill('How surprised a model is by a text.');
  await expect(preview).toContainText('Perplexity');
  await expect(preview).toContainText('How surprised a model is by a text.');
  await preview.getByText('The file so far').click();
  await expect(preview.locator('[data-file]')).toContainText('term: Perplexity');
});

test('the text of an entry is shown as its page will have it, and nothing in it runs', async ({ page, faults }) => {
  await fillContact(page, '## A part\n\n- **One** [link](https://example.org/)\n\n<img src=x onerror=alert(1)>\n\n```\n<b>\n```');
  const text = page.getByRole('complementary', { name: 'Preview' }).getByRole('group', { name: /^The text/ });
  await expect(text.getByRole('heading', { name: 'A part', level: 2 })).toBeVisible();
  await expect(text.getByRole('listitem')).toHaveText('One link');
  await expect(text.locator('strong')).toHaveText('One');
  await expect(text.locator('pre')).toHaveText('<b>');
  await expect(text).toContainText('<img src=x onerror=alert(1)>');
  await expect(text.locator('img, a, script')).toHaveCount(0);
  expect(faults).toEqual([]);
});

test('an empty form is answered with a list that leads to its fields', async ({ page }) => {
  await page.goto('contribute/new/contact/');
  await at(page, sendButton, { press: ['Enter'] });
  const list = page.getByRole('alert');
  await expect(list).toBeFocused();
  await expect(list.getByRole('link').first()).toHaveText('Name: Give the name.');
  await list.getByRole('link', { name: /^Role:/ }).click();
  const role = page.getByLabel('Role', { exact: true });
  await expect(role).toBeFocused();
  await expect(role).toHaveAccessibleDescription(/What they do here.*Give the role\./);
  await expect(role).toHaveAttribute('aria-invalid', 'true');
  await role.fill('Nurse');
  await expect(page.locator('[data-field="role"] .wrong')).toHaveCount(0);
});

const fillContact = async (page: Page, text: string): Promise<void> => {
  await page.goto('contribute/new/contact/');
  await page.getByLabel('Name', { exact: true }).fill('Ada Example');
  await page.getByLabel('Kind', { exact: true }).selectOption('person');
  await page.getByLabel('Role', { exact: true }).fill('Nurse');
  await page.locator('[name="affiliations:unconfirmed"]').check();
  await page.locator('[name="consent:unconfirmed"]').check();
  await page.getByLabel('Text (optional)').fill(text);
};

test('a likely identifier blocks the hand-over until a reason is given, which goes along', async ({ page }) => {
  await fillContact(page, 'NHS number 485 777 3457.');
  const asked = page.getByRole('group', { name: 'Is this patient data?' });
  await expect(asked).toContainText('This looks like an NHS number.');
  await page.getByRole('button', { name: sendButton }).click();
  await expect(page.getByRole('alert')).toContainText('This looks like an NHS number.');
  await expect(page.getByRole('heading', { name: 'Hand it over' })).toBeHidden();
  await asked.getByLabel(/say why/).fill('It is printed in the standard as an example.');
  await page.getByRole('button', { name: sendButton }).click();
  const href = new URL((await page.getByRole('link', { name: 'Open GitHub' }).getAttribute('href')) ?? '');
  expect(href.searchParams.get('description')).toContain('an NHS number: It is printed in the standard as an example.');
  await page.getByRole('button', { name: 'Change something' }).click();
  await page.getByLabel('Text (optional)').fill('Nothing here.');
  await expect(asked).toBeHidden();
});

test('what is too long for an address can be copied, downloaded, and attached to a letter', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const long = 'A sentence that is said again and again.\n\n'.repeat(300).trim();
  await fillContact(page, long);
  await page.getByRole('button', { name: sendButton }).click();
  const open = page.getByRole('link', { name: 'Open GitHub' });
  await expect(open).toHaveAttribute('href', /\/new\/main\/content\/contacts\?filename=ada-example\.mdx&message=/);
  const copy = page.getByRole('button', { name: 'Copy it' });
  await copy.click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const text = await page.locator('[data-sending] [data-file]').textContent();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  await expect(page.getByText('too long for a letter')).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download the file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('ada-example.mdx');
  expect(readFileSync(await download.path(), 'utf8')).toBe(text);
});

test('a short file travels in a letter to the contacts', async ({ page }) => {
  await fillContact(page, 'Short.');
  await page.getByRole('button', { name: sendButton }).click();
  const href = (await page.getByRole('link', { name: 'Write the letter' }).getAttribute('href')) ?? '';
  expect(href).toMatch(/^mailto:[^?@]+@[^?]+\?subject=/);
  expect(decodeURIComponent(href).replaceAll('\r\n', '\n')).toContain(
    (await page.locator('[data-sending] [data-file]').textContent()) ?? '?',
  );
});

/** Everything that stands in the form, also what is ticked and what the lists hold. */
const standing = (page: Page): Promise<string[]> =>
  page
    .locator('main form')
    .evaluate((form: HTMLFormElement) =>
      [...form.querySelectorAll<HTMLInputElement>('input, select, textarea')].map(
        ({ type, id, name, value, checked }) =>
          `${name || id.replace(/-.*/, '')}=${type === 'checkbox' ? `${value} ${checked}` : value}`,
      ),
    );

test('a reload, a wrong click and Back lose nothing: text, ticks, lists, reasons', async ({ page, faults }) => {
  await fillContact(page, 'Line one\n\n  NHS number 485 777 3457, "quoted"');
  for (const label of ['One', 'Two']) {
    await page.getByRole('button', { name: 'Add to links' }).click();
    await page.locator('[data-list="links"] [name$=".label"]').last().fill(label);
  }
  await page.getByRole('button', { name: 'Remove' }).first().click();
  await page.getByLabel(/say why/).fill('It is printed in the standard as an example.');
  const before = await standing(page);
  expect(before).toContain('links.1.label=Two');
  await page.reload();
  await expect(page.getByLabel(/say why/)).toBeVisible();
  expect(await standing(page)).toEqual(before);
  await page.getByRole('contentinfo').getByRole('link', { name: 'A to Z' }).click();
  await expect(page.getByRole('heading', { name: 'A to Z', level: 1 })).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel(/say why/)).toBeVisible();
  expect(await standing(page)).toEqual(before);
  // The hand-over refuses, because a link lacks its address; what is missing is asked for, and nothing else is lost.
  await page.getByRole('button', { name: sendButton }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await page.reload();
  await page.locator('[name="links.1.url"]').fill('https://example.org/');
  await page.getByRole('button', { name: sendButton }).click();
  await expect(page.getByRole('heading', { name: 'Hand it over' })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('button', { name: sendButton })).toBeVisible();
  expect(await standing(page)).toEqual(before.with(before.indexOf('links.1.url='), 'links.1.url=https://example.org/'));
  await page.goForward();
  await expect(page.getByRole('heading', { name: 'Hand it over' })).toBeFocused();
  expect(faults).toEqual([]);
});

test('the form cannot be sent before its script is there, and then has what was typed', async ({ page }) => {
  const script = Promise.withResolvers<undefined>();
  await page.route('**/assets/EntryForm*.js', async (route) => {
    await script.promise;
    await route.continue();
  });
  // It waits for the script, as every visit here does.
  const there = page.goto('contribute/new/term/');
  const button = page.getByRole('button', { name: sendButton });
  await page.locator('[name="expansion"]').fill('Typed early');
  await expect(button).toBeDisabled();
  script.resolve(undefined);
  await there;
  await button.click();
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.locator('[name="expansion"]')).toHaveValue('Typed early');
});

test('where the browser refuses to copy, it says how else', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('No.')) } });
  });
  await page.goto('contribute/new/term/?entry=llm');
  await page.getByRole('button', { name: sendButton }).click();
  await page.getByRole('button', { name: 'Copy it' }).click();
  await expect(page.getByText('Select the file above and copy it.')).toBeVisible();
});

test('a change to an entry begins with the entry as it is', async ({ page, faults }) => {
  await page.goto('projects/run-llm-on-uclh-tre/');
  await page.getByRole('link', { name: 'Suggest a change' }).click();
  await expect(page.locator('#f-title')).toHaveValue('Run LLM on UCLH TRE');
  await expect(page.locator('[name="evidence.models.2.name"]')).toHaveValue('QwQ-32B');
  await page.locator('#f-title').fill('Run an LLM on the UCLH TRE');
  await page.getByRole('button', { name: sendButton }).click();
  await expect(page.locator('[data-sending] [data-file]')).toContainText('title: Run an LLM on the UCLH TRE');
  await expect(page.locator('[data-sending] [data-file]')).toContainText('<Callout kind="note" title="When you use it">');
  await expect(page.getByRole('link', { name: 'Open GitHub' })).toHaveAttribute(
    'href',
    /\/edit\/main\/content\/projects\/run-llm-on-uclh-tre\.mdx$/,
  );
  expect(faults).toEqual([]);
});

test('an item that was removed is gone, and the form is empty once it was sent', async ({ page }) => {
  await fillContact(page, '');
  for (const label of ['One', 'Two']) {
    await page.getByRole('button', { name: 'Add to links' }).click();
    await page.locator('[data-list="links"] [name$=".label"]').last().fill(label);
    await page.locator('[data-list="links"] [name$=".url"]').last().fill('https://example.org/');
  }
  await page.getByRole('button', { name: 'Remove' }).first().click();
  await page.reload();
  await page.getByRole('button', { name: sendButton }).click();
  await expect(page.locator('[data-sending] [data-file]')).toContainText('links:\n  - label: Two');
  await expect(page.locator('[data-sending] [data-file]')).not.toContainText('One');
  await page.getByRole('button', { name: 'I have sent it: empty the form' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('');
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

/** The most that the script of a form may weigh, in bytes after brotli. */
const HEAVIEST = 60_000;

test('the script of a form comes when somebody begins to write, and is light', async ({ page }) => {
  const scripts = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.set(response.url(), response.body());
  });
  await page.goto('contribute/new/project/');
  const before = scripts.size;
  await page.locator('#f-title').focus();
  await expect.poll(() => scripts.size).toBeGreaterThan(before);
  await page.locator('#f-title').fill('Written');
  await expect(page.getByRole('complementary', { name: 'Preview' })).toBeVisible();
  const sizes = (await Promise.all(scripts.values())).map((body) => brotliLength(body));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(HEAVIEST);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const form of ['project', 'correction']) {
    test(`${form}: the other ways are shown, and no form`, async ({ page }) => {
      await page.goto(`contribute/new/${form}/`);
      await expect(page.locator('main form')).toBeHidden();
      await expect(page.locator('.without')).toContainText('needs JavaScript');
      await expect(page.getByRole('link', { name: 'answer the questions of an issue form' })).toBeVisible();
      await expect(page.locator('.without a[href^="mailto:"]').first()).toBeVisible();
    });
  }
});
