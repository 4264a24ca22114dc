/**
 * A file of the plain index is a script that hands over its data, so that a copy of the site opened from a folder can load it with a
 * script element where nothing may be fetched. Over the web it is fetched and read as data, and a broken file does not run.
 */

/** The function that a script element of a copy from a folder calls: `plainIndex("small", …)`. */
const CALL = 'plainIndex';

/** The text of the file called `name`. */
export const plainFile = (name: string, data: unknown): string => `${CALL}(${JSON.stringify(name)},${JSON.stringify(data)})`;

/** @throws when the text is not whole. */
export const readPlainFile = (text: string): unknown => JSON.parse(text.slice(text.indexOf(',') + 1, -1));

type Host = typeof globalThis & { [CALL]?: (name: string, data: unknown) => void };

const waiting = new Map<string, (data: unknown) => void>();

const loadByScript = (address: string, name: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    (globalThis as Host)[CALL] = (called, data) => waiting.get(called)?.(data);
    waiting.set(name, resolve);
    const script = Object.assign(document.createElement('script'), { src: address });
    script.addEventListener('error', () => reject(new Error(`${name} could not be loaded.`)));
    document.head.append(script);
  });

/**
 * Loads one file. `folder` is the address of the folder of the index, `version` the one that the page was built with.
 *
 * @throws when it is missing or not whole.
 */
export const loadPlainFile = async <T>(folder: string, name: string, version: string): Promise<T> => {
  const address = `${folder}${name}.js`;
  if (location.protocol === 'file:') return (await loadByScript(address, name)) as T;
  const response = await fetch(`${address}?v=${version}`);
  if (!response.ok) throw new Error(`${name} answered ${response.status}.`);
  return readPlainFile(await response.text()) as T;
};
