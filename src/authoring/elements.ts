/** Checks one component as the parser found it against its description. */
import { componentNames, componentOf } from './components.ts';
import type { DialectFault } from './faults.ts';
import { nearest } from './nearest.ts';

export interface JsxElement {
  type: string;
  name: string | null;
  attributes: readonly { type: string; name?: string; value?: unknown }[];
  children: readonly unknown[];
}

/** All that is wrong with a component, at the place of its tag. */
export const elementFaults = (node: Readonly<JsxElement>, offset: number): DialectFault[] => {
  const component = componentOf(node.name);
  const name = node.name ?? '';
  if (!component) {
    const listed = componentNames.map((one) => `<${one}>`).join(', ');
    return [{ offset, kind: 'component', message: `<${name}> is not a component of this site. There are: ${listed}.` }];
  }
  const takes = Object.keys(component.attributes).join(', ');
  const faults: DialectFault[] = [];
  const add = (message: string, kind: DialectFault['kind'] = 'attribute') => faults.push({ offset, kind, message });
  const given = new Set<string>();
  for (const { type, name: attribute, value } of node.attributes) {
    if (type !== 'mdxJsxAttribute' || attribute === undefined) {
      add(`<${name}> takes no spread of attributes. Write each one out, in quotes; it takes: ${takes}.`);
      continue;
    }
    const known = Object.hasOwn(component.attributes, attribute) ? component.attributes[attribute] : undefined;
    if (!known) {
      const meant = nearest(attribute, Object.keys(component.attributes));
      add(`<${name}> does not take ${attribute}.${meant ? ` Did you mean ${meant}?` : ''} It takes: ${takes}.`);
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
    } else if (known.required && value.trim() === '') {
      add(`The ${attribute} of <${name}> is empty. ${known.about}`);
    }
    given.add(attribute);
  }
  for (const [attribute, { required, about }] of Object.entries<{ required?: boolean; about: string }>(component.attributes)) {
    if (required && !given.has(attribute)) add(`<${name}> has no ${attribute}. ${about}`);
  }
  if (!component.children && node.children.length > 0) {
    add(`<${name}> holds no text. Write <${name} … /> and the text after it.`, 'nesting');
  }
  return faults;
};
