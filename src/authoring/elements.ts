/** Checks one component as the parser found it against its description. */
import { pictureFault } from './addresses.ts';
import { componentNames, componentOf, type Attribute, type Component } from './components.ts';
import type { DialectFault } from './faults.ts';
import { nearest } from '../nearest.ts';

export interface JsxElement {
  type: string;
  name: string | null;
  attributes: readonly { type: string; name?: string; value?: unknown }[];
  children: readonly { type: string; value?: unknown; ordered?: boolean | null | undefined }[];
}

/** What is wrong with where a component stands and what it holds. */
const placeFault = (name: string, { children, inline }: Component, node: Readonly<JsxElement>): string | undefined => {
  const given = node.children.filter((child) => child.type !== 'text' || String(child.value).trim() !== '');
  if (children === 'none')
    return given.length > 0 ? `<${name}> holds no text. Write <${name} … /> and the text after it.` : undefined;
  if (!inline && node.type === 'mdxJsxTextElement')
    return `<${name}> stands inside a sentence. Put <${name}> and </${name}> on lines of their own, with an empty line before and after each.`;
  if (given.length === 0) return `<${name}> holds nothing. Write its ${children} between <${name}> and </${name}>.`;
  const fits = (child: JsxElement['children'][number]) =>
    child.type === 'list' && (children === 'list' || child.ordered === true);
  if (children !== 'text' && !given.every(fits)) {
    const sign = children === 'list' ? 'a hyphen' : '1. 2. 3.';
    return `<${name}> holds a ${children} and nothing else. Begin its lines with ${sign}, and leave an empty line before and after.`;
  }
  return undefined;
};

interface Place {
  offset: number;
  end?: number;
  /** The attribute as it was written. */
  written?: string;
}

/** Where each attribute of a tag stands, in order. */
const attributePlaces = (tag: string, offset: number): Place[] =>
  [...tag.replace(/^<\w+/, (name) => ' '.repeat(name.length)).matchAll(/[A-Za-z_$][\w$:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'))?/g)].map(
    ({ 0: written, index }) => ({ offset: offset + index, end: offset + index + written.length, written }),
  );

type Judged = { message: string; kind?: DialectFault['kind']; meant?: [wrong: string, right: string] };

/** What is wrong with the value of an attribute that the component has. */
const valueFault = (name: string, attribute: string, known: Attribute, value: unknown): Judged | undefined => {
  if (typeof value !== 'string')
    return { message: `The ${attribute} of <${name}> needs a value in straight double quotes: ${attribute}="…".` };
  const shown = value.slice(0, 60);
  if (known.values && !known.values.includes(value)) {
    const meant = nearest(value, known.values);
    const guess = meant ? ` Did you mean "${meant}"?` : '';
    return {
      message: `"${shown}" is no ${attribute} of <${name}>.${guess} It is one of: ${known.values.join(', ')}.`,
      ...(meant ? { meant: [value, meant] as [string, string] } : {}),
    };
  }
  if (known.form && !known.form.pattern.test(value))
    return { message: `The ${attribute} of <${name}> is ${known.form.words}; "${shown}" is not.` };
  const picture = known.picture ? pictureFault(value) : undefined;
  if (picture) return { message: picture, kind: 'picture' };
  if (known.required && value.trim() === '') return { message: `The ${attribute} of <${name}> is empty. ${known.about}` };
  return undefined;
};

/**
 * All that is wrong with a component.
 *
 * @param offset where its tag begins.
 * @param tag its opening tag as it was written, from which the places of the attributes are known.
 */
export const elementFaults = (node: Readonly<JsxElement>, offset = 0, tag = ''): DialectFault[] => {
  const component = componentOf(node.name);
  const name = node.name ?? '';
  const whole: Place = tag ? { offset, end: offset + tag.length } : { offset };
  const faults: DialectFault[] = [];
  const add = ({ message, kind = 'attribute', meant }: Judged, { written, ...place }: Place = whole) =>
    faults.push({ ...place, kind, message, ...(meant && written ? { fix: written.replace(meant[0], () => meant[1]) } : {}) });
  if (!component) {
    const listed = componentNames.map((one) => `<${one}>`).join(', ');
    add({ kind: 'component', message: `<${name}> is not a component of this site. There are: ${listed}.` });
    return faults;
  }
  const has = Object.keys(component.attributes);
  const takes = has.length > 0 ? `It takes: ${has.join(', ')}.` : 'It takes none.';
  const places = attributePlaces(tag, offset);
  const given = new Set<string>();
  for (const [index, { type, name: attribute, value }] of node.attributes.entries()) {
    if (type !== 'mdxJsxAttribute' || attribute === undefined) {
      add({ message: `<${name}> takes no spread of attributes. Write each one out, in quotes. ${takes}` });
      continue;
    }
    const known = Object.hasOwn(component.attributes, attribute) ? component.attributes[attribute] : undefined;
    const meant = known ? undefined : nearest(attribute, has);
    const judged: Judged | undefined = !known
      ? {
          message: `<${name}> does not take ${attribute}.${meant ? ` Did you mean ${meant}?` : ''} ${takes}`,
          ...(meant && !given.has(meant) ? { meant: [attribute, meant] } : {}),
        }
      : given.has(attribute)
        ? { message: `<${name}> has ${attribute} twice. Keep one of the two.` }
        : valueFault(name, attribute, known, value);
    if (judged) add(judged, places[index]);
    given.add(meant ?? attribute);
  }
  for (const [attribute, { required, about }] of Object.entries(component.attributes)) {
    if (required && !given.has(attribute)) add({ message: `<${name}> has no ${attribute}. ${about}` });
  }
  const misplaced = placeFault(name, component, node);
  if (misplaced) add({ message: misplaced, kind: 'nesting' });
  return faults;
};
