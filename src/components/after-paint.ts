/**
 * What can wait until the page has been seen: the face of the headings, and every script that is a file of its own
 * (`src/site/seal.ts`), so that none of them takes the line from the page. It stands in the page itself.
 */

/** The class under which headings take the self-hosted face (`src/styles/tokens.css`). */
const FACE = 'newsreader';

/** Where every heading stands, as text: equal before and after means that nothing moved. */
const places = (): string =>
  [...document.querySelectorAll<HTMLElement>('h1,h2,h3,main,footer')]
    .map(({ offsetTop, offsetHeight }) => `${offsetTop} ${offsetHeight}`)
    .join();

/** Shows the headings in their own face, unless a line would break elsewhere and move the text below it: then from the next page on. */
const showFace = async (): Promise<void> => {
  const { classList } = document.documentElement;
  const [face] = await document.fonts.load('500 1em Newsreader');
  if (!face) return;
  const before = places();
  classList.add(FACE);
  if (places() !== before) classList.remove(FACE);
};

/** What the rest of a long page needs to be painted behind its beginning, in milliseconds; too short to be noticed. */
const REST = 100;

/** Runs the scripts that the page names and has not asked for yet. */
const runScripts = (): void => {
  for (const waiting of document.querySelectorAll<HTMLTemplateElement>('template[data-after-paint]')) {
    void import(/* @vite-ignore */ waiting.dataset['afterPaint'] ?? '').then(() => waiting.remove());
  }
};

// A page in the background draws no frame, and waits until it is shown.
requestAnimationFrame(() => setTimeout(runScripts, REST));

// Some browsers tell nothing of paints, and keep the face that they have. Scripts do not hang on it.
new PerformanceObserver((list, observer) => {
  if (!list.getEntriesByName('first-contentful-paint')[0]) return;
  observer.disconnect();
  setTimeout(showFace, REST);
}).observe({ type: 'paint', buffered: true });

export {};
