/**
 * Passwords, keys and tokens, by the forms that their issuers document. Where there is Node, a maintained scanner's rules
 * run as well; these are the ones that a browser can run.
 */
import type { Finding, Reading } from './types.ts';
import { before, matchesOf } from './words.ts';

/** The secret itself is the first group where there is one. */
const FORMS: readonly RegExp[] = [
  /-----BEGIN (?:[A-Z]{2,10} ){0,3}PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-\d/g,
  /\b(?:gh[pousr]_[A-Za-z\d]{30,255}|github_pat_[A-Za-z\d_]{40,255})/g,
  /\bglpat-[\w-]{20,}/g,
  /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b/g,
  /\b(?:xox[abeoprs]-[\w-]{10,}|xapp-\d-[\w-]{20,})|hooks\.slack\.com\/(?:services|workflows)\/[\w/-]{20,}/g,
  /\bAIza[\w-]{35}|\bya29\.[\w-]{20,}|\bGOCSPX-[\w-]{20,}/g,
  /\bsk-(?:ant-|proj-|svcacct-|admin-|or-)?[A-Za-z\d][\w-]{28,}/g,
  /\b(?:hf|api_org)_[A-Za-z]{30,}\b/g,
  /\b(?:npm_[A-Za-z\d]{36}|pypi-[\w-]{50,}|dckr_pat_[\w-]{20,}|dop_v1_[\da-f]{64}|rk_live_\w{20,}|sk_(?:live|test)_\w{20,}|whsec_\w{24,}|SG\.[\w-]{16,}\.[\w-]{16,}|r8_\w{30,}|gsk_\w{40,}|nvapi-[\w-]{40,}|wandb_v1_\w{20,}|xai-\w{40,}|tskey-\w+-\w{10,}|sbp_[\da-f]{40}|lin_api_\w{30,}|ntn_\w{40,}|figd_[\w-]{30,}|hvs\.[\w-]{20,}|shp(?:at|ca|pa|ss)_[\da-fA-F]{32})/g,
  /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{16,}/g,
  /\b(?:AccountKey|SharedAccessKey|SharedAccessSignature)=([A-Za-z\d+/=%]{30,})/dg,
  /[?&]sig=([A-Za-z\d%+/]{30,})/dg,
  /(?<=\b[a-z][a-z\d+.-]{1,20}):\/\/[^\s:/@<>"'`]{1,64}:([^\s@/<>"'`{}$]{4,128})@[\w.-]+/dgi,
  /\b(?:bearer|token|basic)[ ]+([A-Za-z\d+/._~-]{24,}={0,2})(?![\w.])/dgi,
];

/** `password = "…"` and the like. The value must look like nobody's words. */
const ASSIGNING =
  /(?:pass(?:word|wd|phrase|code)?|pwd|secret(?:[_-]?key)?|api[_-]?key|access[_-]?(?:key|token)|auth[_-]?token|token|private[_-]?key|client[_-]?secret|credentials?|account[_-]?key|encryption[_-]?key|(?<=[A-Z]_)key)["'\]]{0,2}[ ]{0,3}(?:[:=]{1,2}>?|is)/i;
const ASSIGNED = new RegExp(
  `(?<![A-Za-z\\d_-])[A-Za-z\\d_-]{0,40}?${ASSIGNING.source}[ ]{0,3}["']?([^\\s"',;<>\`(){}]{8,200})`,
  'dgi',
);

const PLACEHOLDER =
  /example|sample|your|placeholder|changeme|change[-_]me|dummy|redacted|x{4,}|\*{3,}|\.\.\.|…|<|\{\{|\$\{|\$\(|process\.env|os\.environ|getenv|secrets\.|todo|none|null|undefined|required|optional|password$|^\$|^true$|^false$|^\/|^https?:|confirmed/i;

/** Bits of surprise in each sign: words of a language have about 3, drawn letters and digits more. */
const surprise = (text: string): number => {
  const counts = new Map<string, number>();
  for (const sign of text) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
};

const looksDrawn = (value: string): boolean => {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(value)).length;
  return (
    /\d/.test(value) &&
    kinds >= 2 &&
    surprise(value) >= 2.75 &&
    !/^[\d.,:/-]+$/.test(value) &&
    !/^[a-z]+(?:[-_.][a-z\d]+)*$/.test(value)
  );
};

export const secrets = ({ text }: Reading): Finding[] => {
  const found: Finding[] = [];
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const value = match[1] ?? match[0];
      if (PLACEHOLDER.test(value) || (surprise(value) < 2.2 && !value.startsWith('-----'))) continue;
      const [start, end] = match.indices?.[1] ?? [match.index, match.index + match[0].length];
      found.push({ rule: 'secret', start, end });
    }
  }
  for (const match of matchesOf(text, ASSIGNED, ASSIGNING)) {
    const value = match[1] ?? '';
    const [start, end] = match.indices?.[1] ?? [match.index, match.index];
    if (/badge|codecov|shields\.io/i.test(before(text, start, 120))) continue;
    if (!PLACEHOLDER.test(value) && looksDrawn(value)) found.push({ rule: 'secret', start, end });
  }
  return found;
};
