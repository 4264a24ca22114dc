/** Asks once for what many would ask again: a site uses few words, and few style blocks, often. */

/** The same question as `ask`, which is put once for each text. What it answers may be undefined; what it throws is not kept. */
export const remembered = <T>(ask: (text: string) => T): ((text: string) => T) => {
  const answers = new Map<string, T>();
  return (text) => {
    const answer = answers.has(text) ? (answers.get(text) as T) : ask(text);
    answers.set(text, answer);
    return answer;
  };
};
