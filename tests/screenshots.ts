/**
 * `npm run screenshots`: makes the pictures of the form for the page that explains it, from the site as it is now. What stands in
 * them is invented. They lie beside the page, in light colours, and each weighs at most 40 kB.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { buildSite } from '../src/site/build.ts';
import { serve } from '../src/site/server.ts';
import { browserArguments, ensureBrowser } from './browser.ts';

export const FOLDER = 'content/pages';

/** The most that one picture may weigh, in bytes. */
export const HEAVIEST = 40_000;

/** As wide as a large phone, so that a picture can be read on a small one. Two dots of the picture are one of the page. */
const VIEW = { width: 560, height: 1200 } as const;

const SUBMIT = 'Check it and go on';

const fill = async (page: Page): Promise<void> => {
  await page.locator('#f-title').fill('Ward letters: a pilot');
  await page.locator('#f-summary').fill('A model drafts letters on a ward, and nurses correct them.');
  await page
    .getByLabel('Text (optional)')
    .fill('## What it is\n\nA pilot on **invented** letters, as an example of this form.\n\n- It drafts.\n- Nurses correct.');
};

/** Each picture: how far the form has come, and the part of the page that is shown. */
const shots: Record<string, { of: string; after: (page: Page) => Promise<unknown> }> = {
  'form-preview': { of: '[data-preview]', after: fill },
  'form-errors': { of: '[data-errors]', after: (page) => page.getByRole('button', { name: SUBMIT }).click() },
  'form-hand-over': {
    of: '.ways',
    async after(page) {
      await page.locator('#f-kind').selectOption('resource');
      for (const name of ['themes:[]', 'contacts:[]', 'organisations:unconfirmed'])
        await page.locator(`[name="${name}"]`).first().check();
      await page.locator('#f-updated').fill('2026-11-25');
      await page.getByRole('button', { name: SUBMIT }).click();
    },
  },
};

/** The files that are made, by their names. */
export const shotFiles: readonly string[] = Object.keys(shots).map((name) => `${name}.webp`);

/** Room and a line around what is shown, in pixels, so that nobody takes the picture for the form itself. */
const ROOM = 16;

/** A part of the page as a picture. */
const shoot = async (page: Page, selector: string): Promise<Buffer> => {
  const part = page.locator(selector);
  await part.evaluate((element: HTMLElement, room) => {
    const line = { outline: '1px solid var(--edge)', outlineOffset: `${room}px`, borderRadius: '0' };
    Object.assign(element.style, line, { marginBlock: `${3 * room}px` });
    element.scrollIntoView({ block: 'center' });
  }, ROOM);
  await page.evaluate(() => document.fonts.ready);
  const box = await part.boundingBox();
  if (!box) throw new Error(`${selector} is not to be seen.`);
  const [x, y] = [Math.floor(box.x) - ROOM - 1, Math.floor(box.y) - ROOM - 1];
  const clip = { x, y, width: Math.ceil(box.width) + 2 * ROOM + 3, height: Math.ceil(box.height) + 2 * ROOM + 3 };
  return page.screenshot({ clip, animations: 'disabled' });
};

/** A picture no heavier than it may be. */
const asWebp = async (png: Buffer): Promise<Buffer> => {
  for (const quality of [90, 75, 60, 45]) {
    const webp = await sharp(png).webp({ quality, effort: 6 }).toBuffer();
    if (webp.length <= HEAVIEST) return webp;
  }
  throw new Error('The picture is too heavy. Show a smaller part of the page.');
};

const makeAll = async (): Promise<void> => {
  process.env.BASE_PATH = '/';
  const site = join('.cache', 'site-screenshots');
  await buildSite(process.cwd(), site);
  const { url, server } = await serve(site, '/', 4341);
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...browserArguments] });
  try {
    const page = await browser.newPage({ viewport: VIEW, deviceScaleFactor: 2, locale: 'en-GB', colorScheme: 'light' });
    await page.goto(`${url}contribute/new/project/`);
    for (const [name, { of, after }] of Object.entries(shots)) {
      await after(page);
      const webp = await asWebp(await shoot(page, of));
      writeFileSync(join(FOLDER, `${name}.webp`), webp);
      console.log(`${FOLDER}/${name}.webp: ${(webp.length / 1000).toFixed(1)} kB`);
    }
  } finally {
    await browser.close();
    server.close();
  }
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await makeAll();
