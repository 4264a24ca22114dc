/** The ways out of the browser, each filled with the finished file. */
import type { Judgement } from './judge.ts';
import type { Reason } from './form.ts';
import { mailAddress, newFileAddress, reviewNote, type Carrier } from './hand-over.ts';

const set = (root: HTMLElement, name: string, href: string): void =>
  root.querySelectorAll<HTMLAnchorElement>(`a[data-to="${name}"]`).forEach((link) => {
    link.href = href;
  });

const show = (root: HTMLElement, name: string, on: boolean): void =>
  root.querySelectorAll<HTMLElement>(`[data-when="${name}"]`).forEach((part) => {
    part.hidden = !on;
  });

let download: string | undefined;

/** Copies a text, and says beside the button whether it worked. */
const copy = async (text: string, said: Element | null): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text);
    if (said) said.textContent = 'Copied.';
  } catch {
    if (said) said.textContent = 'The browser did not let us copy. Select the file above and copy it.';
  }
};

/** Fills the ways out that a text has whatever becomes of it, and returns what a reviewer must know beside it. */
const fill = (root: HTMLElement, { path, text }: Judgement, reasons: readonly Reason[], file: string): string => {
  const note = reviewNote(reasons);
  const letter = mailAddress(
    (root.dataset.mail ?? '').split(',').filter(Boolean),
    `For the site: ${path}`,
    note ? `${note}\n\n${text}` : text,
  );
  set(root, 'mail', letter.url);
  show(root, 'mail-whole', letter.whole);
  show(root, 'mail-long', !letter.whole);
  show(root, 'note', note !== '');
  const noted = root.querySelector<HTMLTextAreaElement>('[data-note]');
  if (noted) noted.value = note;
  if (download) URL.revokeObjectURL(download);
  download = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
  const link = root.querySelector<HTMLAnchorElement>('a[data-to="download"]');
  if (link) Object.assign(link, { href: download, download: file });
  root.querySelectorAll<HTMLButtonElement>('button[data-copy]').forEach((button) => {
    button.onclick = () => void copy(text, button.nextElementSibling);
  });
  return note;
};

/** Fills the ways out for this file. `change` says whether it is one that exists. */
export const handOverFile = (root: HTMLElement, judgement: Judgement, reasons: readonly Reason[], change: boolean): void => {
  const { path, text } = judgement;
  const { repository = '', branch = '' } = root.dataset;
  const note = fill(root, judgement, reasons, path.split('/').at(-1) ?? '');
  const github = newFileAddress({ repository, branch }, { path, text, note });
  set(root, 'github', change ? `https://github.com/${repository}/edit/${branch}/${path}` : github.url);
  show(root, 'whole', !change && github.whole);
  show(root, 'long', !change && !github.whole);
  show(root, 'change', change);
  show(root, 'copy', change || !github.whole);
};

/** Fills the ways out for a text that becomes an issue. */
export const handOverText = (root: HTMLElement, judgement: Judgement, reasons: readonly Reason[], issue: Carrier): void => {
  fill(root, judgement, reasons, 'correction.txt');
  set(root, 'github', issue.url);
  show(root, 'whole', issue.whole);
  show(root, 'long', !issue.whole);
  show(root, 'copy', !issue.whole);
};
