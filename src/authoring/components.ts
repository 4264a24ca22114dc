/** What authors may use in MDX besides Markdown: the components and the attributes each takes. */
export const allowedComponents = {
  Source: ['id'],
  Callout: ['kind', 'title'],
} as const satisfies Record<string, readonly string[]>;

export type AllowedComponent = keyof typeof allowedComponents;

export const isAllowed = (name: string | null | undefined): name is AllowedComponent =>
  typeof name === 'string' && Object.hasOwn(allowedComponents, name);
