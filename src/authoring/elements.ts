/** Checks one component as the parser found it against its description. */
import { pictureFault } from './addresses.ts';
import { componentNames, componentOf, type Attribute, type Component } from './components.ts';
import type { DialectFault } from './faults.ts';
import { nearest } from './nearest.ts';

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

/** All that is wrong with a component, at the place of its tag. */
export const elementFaults = (node: Readonly<JsxElement>, offset: number): DialectFault[] => {
  const component = componentOf(node.name);
  const name = node.name ?? '';
  if (!component) {
    const listed = componentNames.map((one) => `<${one}>`).join(', ');
    return [{ offset, kind: 'component', message: `<${name}> is not a component of this site. There are: ${listed}.` }];
  }
  const has = Object.keys(component.attributes).join(', ');
  const takes = has ? `It takes: ${has}.` : 'It takes none.';
  const faults: DialectFault[] = [];
  const add = (message: string, kind: DialectFault['kind'] = 'attribute') => faults.push({ offset, kind, message });
  const given = new Set<string>();
  for (const { type, name: attribute, value } of node.attributes) {
    if (type !== 'mdxJsxAttribute' || attribute === undefined) {
      add(`<${name}> takes no spread of attributes. Write each one out, in quotes. ${takes}`);
      continue;
    }
    const known: Attribute | undefined = Object.hasOwn(component.attributes, attribute)
      ? component.attributes[attribute]
      : undefined;
    if (!known) {
      const meant = nearest(attribute, Object.keys(component.attributes));
      add(`<${name}> does not take ${attribute}.${meant ? ` Did you mean ${meant}?` : ''} ${takes}`);
    } else if (typeof value !== 'string') {
      add(`The ${attribute} of <${name}> needs a value in straight double quotes: ${attribute}="…".`);
    } else if (given.has(attribute)) {
      add(`<${name}> has ${attribute} twice. Keep one of the two.`);
    } else if (known.values && !known.values.includes(value)) {
      const meant = nearest(value, known.values);
      const guess = meant ? ` Did you mean "${meant}"?` : '';
      add(`"${value.slice(0, 60)}" is no ${attribute} of <${name}>.${guess} It is one of: ${known.values.join(', ')}.`);
    } else if (known.form && !known.form.pattern.test(value)) {
      add(`The ${attribute} of <${name}> is ${known.form.words}; "${value.slice(0, 60)}" is not.`);
    } else if (known.picture && pictureFault(value)) {
      add(pictureFault(value) ?? '', 'picture');
    } else if (known.required && value.trim() === '') {
      add(`The ${attribute} of <${name}> is empty. ${known.about}`);
    }
    given.add(attribute);
  }
  for (const [attribute, { required, about }] of Object.entries<{ required?: boolean; about: string }>(component.attributes)) {
    if (required && !given.has(attribute)) add(`<${name}> has no ${attribute}. ${about}`);
  }
  const fault = placeFault(name, component, node);
  if (fault) add(fault, 'nesting');
  return faults;
};
