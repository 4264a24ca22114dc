/** What a click on "Download" fetches: a checklist as it is ticked, as Markdown for a study file. */
import { saveChecklist } from '../components/markdown-file.ts';

/** Saves `list`, whose boxes are given by the words of their items. Its address is that of the page, or of the chapter that it is from. */
export const saveList = (list: HTMLElement, boxes: ReadonlyMap<string, HTMLInputElement>): void => {
  const heading = (list.closest('.chapter') ?? document).querySelector('h1, h2');
  saveChecklist({
    title: heading?.textContent.trim() ?? document.title,
    address: new URL(list.dataset['of'] ?? location.pathname, location.href).href,
    items: [...boxes].map(([words, { checked }]) => ({ words, checked })),
  });
};
