/** The closed list of themes, each with the other words that people use for it. */
export const themes = {
  'discharge summaries': ['discharge', 'discharge letters', 'eds'],
  'advice and guidance': ['a&g', 'advice & guidance', 'referrals'],
  'summarisation': ['summarization', 'summaries', 'summary'],
  'drafting replies': ['letters', 'drafting', 'correspondence'],
  'information extraction': ['extraction', 'structuring', 'coding'],
  'question answering': ['qa', 'q&a', 'chatbot', 'retrieval'],
  'prediction': ['risk prediction', 'forecasting'],
  'evaluation': ['benchmarking', 'benchmarks', 'safety'],
  'infrastructure': ['compute', 'tre', 'trusted research environment', 'tooling'],
  'governance': ['approvals', 'ethics', 'information governance'],
  'synthetic data': ['synthetic notes', 'synthetic text'],
} as const satisfies Record<string, readonly string[]>;

export type Theme = keyof typeof themes;

/** The theme that another word stands for, or undefined. Capitals and outer spaces do not count. */
export const aliasOf = (written: string): Theme | undefined => {
  const word = written.trim().toLowerCase();
  return (Object.keys(themes) as Theme[]).find((theme) => theme === word || (themes[theme] as readonly string[]).includes(word));
};
