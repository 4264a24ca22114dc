/** Gathers what nobody has confirmed, from wherever an author wrote "to be confirmed". */
import { isUnconfirmed } from '../fields.ts';

/** The names of the fields below `data` that are to be confirmed, such as `evidence.approval.route` or `data[2].source`. */
export const unconfirmedFields = (data: unknown, before = ''): string[] => {
  if (isUnconfirmed(data)) return [before];
  if (Array.isArray(data)) return data.flatMap((item, index) => unconfirmedFields(item, `${before}[${index + 1}]`));
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => unconfirmedFields(value, before ? `${before}.${key}` : key));
};

/** The callouts of a page's text that say what is to be confirmed, as plain sentences. */
export const unconfirmedPassages = (body: string | undefined): string[] =>
  [...(body ?? '').matchAll(/<Callout kind="unconfirmed"[^>]*>([\s\S]*?)<\/Callout>/g)].map((match) =>
    (match[1] ?? '')
      .replaceAll(/<Source[^>]*>/g, '')
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replaceAll(/[*`]/g, '')
      .replaceAll(/^\s*[-\d.]+\s+/gm, '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
