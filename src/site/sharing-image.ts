/** The picture that stands beside a shared link, 1200 × 630 pixels: drawn by satori, made a PNG by sharp. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import satori from 'satori';
import sharp from 'sharp';
import { steps, type Stage } from '../projects/schema.ts';

export interface Card {
  title: string;
  /** A few words above the title. */
  above: string;
  stage?: Stage;
}

const colours = { paper: '#fbfaf6', ink: '#1d232e', soft: '#5b6270', accent: '#0b5c63', amber: '#d9912b', line: '#d9d6cd' };
// Satori reads woff but not woff2.
const font = readFile(createRequire(import.meta.url).resolve('@fontsource/newsreader/files/newsreader-latin-500-normal.woff'));

type Node = { type: string; props: { style: Record<string, string | number>; children?: (Node | string)[] | string } };
const box = (style: Node['props']['style'], children: (Node | string)[] | string = []): Node => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
});

const track = (stage: Stage): Node => {
  const now = (steps as readonly string[]).indexOf(stage);
  const segments = steps.map((_, index) =>
    box({
      width: 96,
      height: 14,
      borderRadius: 7,
      background: index < now ? colours.accent : index === now ? colours.amber : colours.line,
    }),
  );
  return box({ flexDirection: 'column', gap: 18 }, [
    ...(now >= 0 ? [box({ gap: 8 }, segments)] : []),
    box({ fontSize: 32, color: colours.soft }, stage.charAt(0).toUpperCase() + stage.slice(1)),
  ]);
};

/** Draws a card as PNG bytes. `name` is the name of the site. */
export const sharingImage = async ({ title, above, stage }: Card, name: string): Promise<Uint8Array<ArrayBuffer>> => {
  const tree = box(
    {
      // Without it, the padding is added to the size, and what stands at the bottom falls out of the picture.
      boxSizing: 'border-box',
      width: 1200,
      height: 630,
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: '64px 80px',
      background: colours.paper,
      color: colours.ink,
    },
    [
      box({ fontSize: 36, color: colours.accent }, name),
      box({ flexDirection: 'column', gap: 12 }, [
        box({ fontSize: 32, color: colours.soft }, above),
        box({ fontSize: title.length > 40 ? 72 : 88, lineHeight: 1.05, letterSpacing: '-0.02em' }, title),
      ]),
      stage ? track(stage) : box({ height: 14, width: 300, borderRadius: 7, background: colours.accent }),
    ],
  );
  const svg = await satori(tree as Parameters<typeof satori>[0], {
    width: 1200,
    height: 630,
    fonts: [{ name: 'Newsreader', data: await font, weight: 500, style: 'normal' }],
  });
  // A card is opaque; without its alpha channel, level 7 is as small as level 9 was with it, and takes half the time.
  return new Uint8Array(await sharp(Buffer.from(svg)).removeAlpha().png({ compressionLevel: 7 }).toBuffer());
};
