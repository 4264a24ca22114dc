/** How a finished file gets from the browser to the people who publish it. */

export interface Repository {
  /** `owner/name` on GitHub. */
  repository: string;
  branch: string;
}

/**
 * The longest address that is sure to arrive. GitHub's servers refuse a request line beyond about 8,190 signs, and a person who is not
 * signed in is sent on with the whole address encoded once more, so we stop well before.
 */
export const LONGEST_ADDRESS = 6_000;

/** The longest `mailto:` address that every mail program takes from Windows, which hands on 2,083 signs at most. */
export const LONGEST_MAIL = 1_900;

const query = (parts: Readonly<Record<string, string>>): string =>
  Object.entries(parts)
    .map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
    .join('&');

/** An address, and whether it carries the whole text. */
export interface Carrier {
  url: string;
  whole: boolean;
}

/**
 * GitHub's page for a new file, with the file filled in if its encoded length allows it.
 * https://docs.github.com/en/repositories/working-with-files/managing-files/creating-new-files
 */
export const newFileAddress = (
  { repository, branch }: Repository,
  { path, text, note }: { path: string; text: string; note: string },
): Carrier => {
  const [, folder = '', filename = ''] = /^(.*)\/([^/]+)$/.exec(path) ?? [];
  const page = `https://github.com/${repository}/new/${branch}/${folder}`;
  const message = `Add ${filename.replace(/\.mdx$/, '')}`;
  const whole = `${page}?${query({ filename, value: text, message, ...(note ? { description: note } : {}) })}`;
  return whole.length <= LONGEST_ADDRESS
    ? { url: whole, whole: true }
    : { url: `${page}?${query({ filename, message })}`, whole: false };
};

/** A letter to the contacts, with the text in it if its encoded length allows it. */
export const mailAddress = (to: readonly string[], subject: string, text: string): Carrier => {
  const mail = (body: string) => `mailto:${to.join(',')}?${query({ subject, body: body.replaceAll('\n', '\r\n') })}`;
  const whole = mail(text);
  return whole.length <= LONGEST_MAIL
    ? { url: whole, whole: true }
    : { url: mail('The file is attached: I downloaded it from the form.'), whole: false };
};

/** GitHub's page for a correction, with the answers filled in by the ids of its form, if their encoded length allows it. */
export const issueAddress = (repository: string, template: string, answers: Readonly<Record<string, string>>): Carrier => {
  const page = `https://github.com/${repository}/issues/new?${query({ template })}`;
  const whole = `${page}&${query(answers)}`;
  return whole.length <= LONGEST_ADDRESS ? { url: whole, whole: true } : { url: page, whole: false };
};

/** What a reviewer must know beside the file: why something that looks like an identifier is none. */
export const reviewNote = (reasons: readonly { message: string; reason: string }[]): string =>
  reasons.length === 0
    ? ''
    : [
        'The check for patient data asked about this, and the author answers:',
        ...reasons.map(({ message, reason }) => `- ${/^This looks like (.*?)\. /.exec(message)?.[1] ?? message}: ${reason}`),
      ].join('\n');
