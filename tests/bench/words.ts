/** Words for generated pages: a fixed vocabulary, drawn unevenly as in real text, the same in every run. */

const WORDS = `the of and to a in for is on that with as by are it from be this or an at not which study data model patient
clinical notes record team when who before after one each can must if only how than more page text result reader output
prompt language review sample answer question error hospital consent approval sponsor research ethics governance privacy
information safety risk owner baseline comparison measure agreement reference standard annotator label test development
split period date ward clinic letter discharge summary referral advice triage coding extraction redaction identifier
pseudonymised secure environment airlock export import package library container machine memory graphics card quantised
weights context window token sampling temperature seed version fixed logged repeat interval estimate bootstrap proportion
sensitivity specificity precision recall kappa power threshold protocol registration plan deviation report checklist
figure table appendix code repository licence public involvement members panel lay summary workload staff training pilot
silent deployment monitoring drift incident rollback procurement device regulation contract supplier cost benefit harm
equity subgroup age sex ethnicity language dialect abbreviation spelling template copied duplicated missing empty long
short early late local national external internal prospective retrospective blinded independent written agreed known
checked named asked found read kept sent given made used needed expected allowed measured described compared`
  .split(/\s+/)
  .filter(Boolean);

export interface Writer {
  /** A number from 0 up to, but not including, `below`. */
  upTo: (below: number) => number;
  /** `count` words in lower case, without a full stop. */
  phrase: (count: number) => string;
  /** Sentences of about 16 words, `count` words in all. */
  prose: (count: number) => string;
}

/** A writer whose words depend on `seed` alone. Every ninth sentence or so has a term that no other page has. */
export const writer = (seed: number): Writer => {
  let state = (seed + 1) * 0x9e3779b9;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (below: number): number => Math.floor(random() * below);
  // Squared, so that the words at the front of the list are common and those at its end rare.
  const word = (): string => WORDS[Math.floor(random() ** 2 * WORDS.length)] ?? 'study';
  const phrase = (count: number): string => Array.from({ length: count }, word).join(' ');
  const prose = (count: number): string => {
    const sentences: string[] = [];
    for (let left = count; left > 0; left -= 16) {
      const rare = upTo(9) === 0 ? ` term${seed}x${upTo(1000)}` : '';
      const words = phrase(Math.min(16, left)) + rare;
      sentences.push(`${words.charAt(0).toUpperCase()}${words.slice(1)}.`);
    }
    return sentences.join(' ');
  };
  return { upTo, phrase, prose };
};
