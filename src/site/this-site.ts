/** The settings of the site being built. Plain modules take `Settings` as an argument instead. */
import { readSettings } from './settings.ts';

export const settings = readSettings(process.cwd());
