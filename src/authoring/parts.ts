/** What the compiled text of a page consists of. */
import { encode } from 'html-entities';
import { componentNames, type ComponentName } from './components.ts';

/** What authors write, and what code and pictures become. A `Source` is left only where its page does not list it (source-marks.ts). */
export type PlacedName = ComponentName | 'CodeBlock' | 'Picture';

export interface Html {
  html: string;
}

export interface Placed {
  component: PlacedName;
  props: Record<string, string>;
  /** What stands in it. */
  parts: Part[];
}

/** A piece of HTML, which need not be whole elements, or a component. */
export type Part = Html | Placed;

/** What the parser calls to make the page: each call gives what has been made so far. */
interface Made {
  parts: Part[];
}

export const fragment = Symbol('fragment');

const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input']);

/** Adds `part`, to the last one where both are HTML. */
const put = (parts: Part[], part: Part): void => {
  const last = parts.at(-1);
  if (last && 'html' in last && 'html' in part) last.html += part.html;
  else parts.push('html' in part ? { ...part } : part);
};

const collect = (value: unknown, parts: Part[] = []): Part[] => {
  if (Array.isArray(value)) for (const one of value) collect(one, parts);
  else if (typeof value === 'object' && value !== null) for (const part of (value as Made).parts) put(parts, part);
  else if (typeof value === 'string' || typeof value === 'number') put(parts, { html: encode(String(value)) });
  return parts;
};

const attributes = (props: Readonly<Record<string, unknown>>): string =>
  Object.entries(props)
    .filter(([, value]) => value !== undefined && value !== null && value !== false)
    .map(([name, value]) => ` ${name}="${value === true ? '' : encode(String(value as string))}"`)
    .join('');

const names: readonly PlacedName[] = [...componentNames, 'CodeBlock', 'Picture'];

/** What the parser finds under each name. */
export const components: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(names.map((component) => [component, { component }])),
  Fragment: fragment,
};

/** One element, component or fragment, as the parser hands it on. */
export const jsx = (type: unknown, given: unknown): Made => {
  const { children, 'set:html': raw, ...props } = given as Record<string, unknown>;
  const inside = raw === undefined ? collect(children) : [{ html: String(raw as string) }];
  if (type === fragment) return { parts: inside };
  if (typeof type === 'object' && type !== null) {
    return { parts: [{ ...(type as { component: PlacedName }), props: props as Record<string, string>, parts: inside }] };
  }
  const name = String(type);
  const open = { html: `<${name}${attributes(props)}>` };
  if (VOID.has(name)) return { parts: [open] };
  return { parts: collect([{ parts: [open] }, { parts: inside }, { parts: [{ html: `</${name}>` }] }]) };
};
