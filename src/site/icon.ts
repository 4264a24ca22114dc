/** The icon of the site as an address that holds the picture itself: a file would cost every first visit a round trip. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const iconAddress = `data:image/svg+xml,${encodeURIComponent(readFileSync(join(process.cwd(), 'public', 'icon.svg'), 'utf8').trim())}`;
