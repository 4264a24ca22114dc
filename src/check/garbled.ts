/** Finds what is left of a character after its bytes were read with the wrong encoding. */
import type { TextFault } from './prose.ts';

// The characters that Windows-1252 has for the bytes from 0x80 on; a space where it has none. Later bytes stand for themselves.
const HIGH = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

const byteOf = (character: string): number | undefined => {
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0xff) return code;
  const index = HIGH.indexOf(character);
  return index === -1 ? undefined : 0x80 + index;
};

const reader = new TextDecoder('utf-8', { fatal: true });

/** The character that stood here before, or undefined when these are not its bytes. */
const restored = (garbled: string): string | undefined => {
  const bytes = [...garbled].map(byteOf);
  if (bytes.some((byte) => byte === undefined)) return undefined;
  try {
    return reader.decode(Uint8Array.from(bytes as number[]));
  } catch {
    return undefined;
  }
};

// As Windows-1252 shows them: Latin letters and signs, Greek letters, punctuation, the byte order mark and ligatures, pictograms. Other
// pairs are left alone: "CAFÉ”" is a word.
const FOLLOWING = `[\\u0080-\\u00BF${HIGH.replaceAll(' ', '')}]`;
const GARBLED = new RegExp(`[ÂÃ]${FOLLOWING}|[ÎÏ][\\u0080-\\u00BF]|[âï]${FOLLOWING}{2}|ð${FOLLOWING}{3}|\\uFFFD+`, 'g');
const TELLING = /[ÂÃÎÏâïð\uFFFD]/;

/** The whole word around a garbled character, put right. */
const mendedWord = (text: string, index: number): string => {
  const start = text.slice(0, index).search(/\S*$/);
  // A space without a break may be the second half of a garbled character.
  const word = /^(?:\u00C2\u00A0|\S)+/.exec(text.slice(start))?.[0] ?? '';
  return word.replace(GARBLED, (found) => restored(found) ?? found).trim();
};

/** Whether a text holds any sign that garbled characters begin with. */
export const mayBeGarbled = (text: string): boolean => TELLING.test(text);

/** Every garbled character of a text, code left out by whoever calls. `offset` is where the text begins. */
export const checkGarbled = (text: string, offset: number): TextFault[] => {
  if (!mayBeGarbled(text)) return [];
  return [...text.matchAll(GARBLED)].flatMap(({ 0: found, index }): TextFault[] => {
    if (found.startsWith('\uFFFD')) {
      const message = 'A character was lost here: the sign \uFFFD stands in its place. Type it again.';
      return [{ offset: offset + index, rule: 'garbled', message }];
    }
    const before = restored(found);
    if (before === undefined || before.length === 0) return [];
    const message = `"${found}" is what is left of "${before}", read with the wrong encoding. Type "${before}".`;
    return [{ offset: offset + index, rule: 'garbled', message, fix: mendedWord(text, index) }];
  });
};
