/** The search dialog as the browser tests use it. */
import type { Page } from '@playwright/test';
import { expect } from './site.ts';

export const dialog = 'dialog[open]';
export const status = `${dialog} [role=status]`;

export const openByKey = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('searchbox')).toBeFocused();
};

/** Opens the dialog, types, and waits until everything that answers has answered. */
export const searchFor = async (page: Page, words: string): Promise<void> => {
  await openByKey(page);
  await page.getByRole('searchbox').fill(words);
  await expect(page.locator(dialog)).toHaveAttribute('aria-busy', 'false');
};
