/** The picture beside a shared link: all that is drawn lies within its margins, from the name at the top to the stage at the bottom. */
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { sharingImage, type Card } from '../../src/site/sharing-image.ts';

const PAPER = 0xfbfaf6;
const [ACCENT, AMBER] = [0x0b5c63, 0xd9912b];

/** Where each colour is drawn, as rows and columns from the top left; pixels that blend into others are left out. */
const drawn = async (card: Card) => {
  const { data, info } = await sharp(await sharingImage(card, 'LLMs at UCLH'))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => data.readUIntBE((y * info.width + x) * info.channels, 3);
  const rowsOf = (colour: number) =>
    Array.from({ length: info.height }, (_, y) => y).filter((y) =>
      Array.from({ length: info.width }).some((_, x) => at(x, y) === colour),
    );
  const edges = Array.from({ length: info.height }, (_, y) => y).flatMap((y) => [at(40, y), at(info.width - 40, y)]);
  return { ...info, rowsOf, edges };
};

test('a card shows its stage at the bottom, within the margins', async () => {
  const card = await drawn({ title: 'Discharge summaries', above: 'Project', stage: 'retrospective study' });
  expect([card.width, card.height, card.channels]).toEqual([1200, 630, 3]);
  const [first = 0, last = 0] = [card.rowsOf(AMBER)[0], card.rowsOf(AMBER).at(-1)];
  expect(first).toBeGreaterThan(400);
  expect(last).toBeLessThanOrEqual(630 - 64);
});

test('a long title leaves the margins free, and a card without a stage ends with a bar', async () => {
  const card = await drawn({ title: 'Large language models, studied on real NHS data, by people who meet', above: 'The guide' });
  expect(new Set(card.edges)).toEqual(new Set([PAPER]));
  expect(card.rowsOf(ACCENT).at(-1)).toBeGreaterThan(500);
});
