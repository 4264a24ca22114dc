/** Markdown files that a page makes for its reader to keep. Fetched when somebody asks for one, so it imports nothing. */

/** Hands the reader `text` as a file called `name`. */
export const saveMarkdown = (name: string, text: string): void => {
  const href = URL.createObjectURL(new Blob([text], { type: 'text/markdown;charset=utf-8' }));
  Object.assign(document.createElement('a'), { href, download: name }).click();
  // The browser has taken the file by then; a URL that is never given back would hold it in memory.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
};

export interface Checklist {
  /** The heading of the page it stands on. */
  title: string;
  /** The whole web address of that page. */
  address: string;
  items: readonly { words: string; checked: boolean }[];
}

/** Signs that Markdown would take for its own. */
const plain = (words: string): string => words.replace(/[\\`*_[\]<>]/g, '\\$&');

/** A checklist for the file of a study, as it stood on `day` (in words). */
export const checklistText = ({ title, address, items }: Checklist, day: string): string => {
  const done = items.filter(({ checked }) => checked).length;
  const lines = items.map(({ words, checked }) => `- [${checked ? 'x' : ' '}] ${plain(words)}`);
  return `# Checklist: ${plain(title)}\n\n${done} of ${items.length} done on ${day}. From <${address}>\n\n${lines.join('\n')}\n`;
};

/** The name of its file, after the last part of the address. */
export const checklistName = (address: string): string =>
  `checklist-${/([\w-]+)\/?$/.exec(new URL(address).pathname)?.[1] ?? 'page'}.md`;

/** Hands the reader a checklist as a file. */
export const saveChecklist = (list: Checklist): void => {
  const day = new Date().toLocaleDateString('en-GB', { dateStyle: 'long' });
  saveMarkdown(checklistName(list.address), checklistText(list, day));
};
