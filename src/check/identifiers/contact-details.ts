/** Phone numbers and e-mail addresses that belong to no contact. */
import type { Finding, Reading } from './types.ts';
import { after, before, digitsOf, isPlaceholder, matchesOf } from './words.ts';

/** The part of an address before the @. */
const localPart = (email: string): string => email.slice(0, email.indexOf('@') + 1);

/** Ten or eleven digits that begin with 0 or +44; `isDialled` says whether they are parted as people part them. */
const UK =
  /(?:(?<![\w+/])(?<!\d[.-])|(?<=tel|mob|phone|mobile))(?:(?:\(?\+|\(?\b00)44\)?[-./ ]{0,2}(?:\(0\)[-./ ]{0,2})?|\(?0)(?:[-./ ]{0,3}\(?\d\)?){8,10}(?!\w|-\d|\.\d|\/\d)/g;
const FOREIGN = /(?<![\w+=/-])\+(?!44)[1-9]\d{0,2}[ ]?(?:\(\d{1,4}\)[ ]?)?\d{1,4}(?:[ .-]?\d{2,4}){2,4}(?![\w%]|\.\d)/g;
const NAMED =
  /\b(?:tel(?:ephone)?|mob(?:ile)?|phone|cell|contact|landline|home|work|nok|fax|ring|call(?:ed)?)(?:[ _]?(?:number|no|num|phone)\b)?["'.)]{0,2}[ ]{0,2}[:=#|]?[ ]{0,3}(?:is |on )?["'(]?((?:7\d{3}|[12]\d{2,3})[ -]?\d{3}[ -]?\d{3,4})(?![\w-])/dgi;

// Numbers that no subscriber will ever have. Source: Ofcom, "Telephone numbers for use in TV and radio drama programmes".
const DRAMA = [
  /^01632960\d{3}$/,
  /^07700900\d{3}$/,
  /^0(?:113|114|115|116|117|118|121|131|141|151|161)4960\d{3}$/,
  /^01914980\d{3}$/,
  /^02079460\d{3}$/,
  /^02896496\d{3}$/,
  /^02920180\d{3}$/,
  /^08081570\d{3}$/,
  /^09098790\d{3}$/,
  /^03069990\d{3}$/,
];

/** Whether digits are a UK number, in at most four groups after the code, and not a row of small numbers. */
const isDialled = (phone: string, number: string): boolean => {
  if (!/^0[127]\d{9}$|^01\d{8}$/.test(number)) return false;
  const groups = phone
    .replace(/^\(?(?:\+|00)44\)?[-./ ]*(?:\(0\))?/, '0')
    .split(/[^\d]+/)
    .filter(Boolean);
  return groups.length <= 4
    ? (groups[0] ?? '').length > 1 || /^\(?(?:\+|00)/.test(phone)
    : (groups[0] ?? '').length > 3 && groups.length === 5;
};

/** A UK number as it is dialled at home, so that two ways to write it compare. */
export const dialled = (phone: string): string => {
  const digits = digitsOf(phone.replace(/\(0\)/g, '')).replace(/^(?:00)?44(?=\d{9,10}$)/, '0');
  return digits.startsWith('0') ? digits : /^\+/.test(phone.trim()) ? digits : `0${digits}`;
};

const OTHER =
  /\b(?:ISBN|ISSN|doi|PMID|ISRCTN|NCT|IRAS|orcid|version|sha\w*|grant|accession|arxiv|mrn|csn|nhs (?:no|number)|https?:\S*)[^\s]*[ :]{0,3}$/i;

export const phoneNumbers = ({ text, known }: Reading): Finding[] => {
  const ours = new Set(known.phones.map(dialled));
  const found: Finding[] = [];
  const add = (phone: string, start: number) => {
    if (ours.has(dialled(phone)) || isPlaceholder(phone.replace(/^\D*0?/, ''))) return;
    found.push({ rule: 'phone-number', start, end: start + phone.length });
  };
  for (const { 0: phone, index } of text.matchAll(UK)) {
    const number = dialled(phone);
    if (!isDialled(phone, number)) continue;
    // 03 belongs to organisations only, and 0500 and 055 and 056 to businesses.
    if (/^0[35]/.test(number) || DRAMA.some((range) => range.test(number))) continue;
    if (OTHER.test(before(text, index, 40)) || /\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d/.test(phone)) continue;
    add(phone, index);
  }
  for (const { 0: phone, index } of text.matchAll(FOREIGN)) {
    const digits = digitsOf(phone);
    if (digits.length < 9 || digits.length > 15 || /^1\d{3}55501\d\d$/.test(digits)) continue;
    add(phone, index);
  }
  for (const match of text.matchAll(NAMED)) {
    const phone = match[1] ?? '';
    if (digitsOf(phone).length === 10) add(phone, match.indices?.[1]?.[0] ?? match.index);
  }
  return found;
};

const EMAIL =
  /(?<![\w.+%-])[\w][\w.+%'-]{0,63}(?:@| @ ?(?=(?:gmail|hotmail|outlook|yahoo|icloud|nhs)\.))(?:[A-Za-z\d][A-Za-z\d-]{0,62}\.){1,5}[A-Za-z]{2,12}(?![\w-]|\.[A-Za-z\d])/g;
const AT_HOST =
  /(?:[[({] ?at ?[\])}]| at | AT ) ?[A-Za-z\d-]{1,40}(?:(?: ?[[({] ?dot ?[\])}] ?| dot | DOT |\.)[A-Za-z]{2,12}){1,3}\b/;
const SPELT_OUT = new RegExp(
  `(?<![\\w.+-])[A-Za-z][\\w.+-]{0,40}(?: ?(?:dot|DOT|[[(]dot[\\])]) ?[\\w+-]{1,30}){0,3} ?${AT_HOST.source}`,
  'g',
);

const RESERVED = /@(?:[\w-]+\.)*(?:example(?:\.(?:org|com|net|edu|ac\.uk|nhs\.uk|co\.uk))?|test|invalid|localhost|local)$/i;
const FILE_NAME = /\.(?:png|jpe?g|gif|webp|avif|svg|css|m?js|m?tsx?|json|md|mdx|ya?ml|html?|py|sh|txt|csv|lock|toml)$/i;
const PLACEHOLDER =
  /^(?:(?:your|my|first|given|some|user|contributor|author)?[._-]?(?:full)?[._-]?(?:name|surname|firstname|lastname|address|mail|email)|first(?:name)?[._]last(?:name)?|given[._]?name[._](?:family|sur)[._]?name|forename[._]surname|you|me|someone|somebody|user|username|nobody|anybody|x+|foo|bar|jane[._]?doe|john[._]?doe|a[._]n[._]other|joe[._]?bloggs)\d{0,2}@/i;

/** Words of a shared mailbox. One of them as a part of what stands before the @ makes an address no person's. */
const ROLE =
  /(?:^|[._+-])(?:info|contact|contacts|enquir(?:y|ies)|inquiries|help|helpdesk|support|servicedesk|admin|administrator|office|team|group|hello|mail|press|media|news|newsletter|editor|editorial|jobs|careers|hr|recruitment|events?|training|research|researchdata|research-dataconcierge|dataconcierge|data|dpo|dataprotection|privacy|governance|ig|infogov|caldicott|security|abuse|webmaster|postmaster|no-?reply|donotreply|registry|registrar|secretary|secretariat|reception|appointments|pals|complaints|feedback|foi|legal|finance|accounts|procurement|library|safehr|cogstack|criu|ihi|jro|randd|r&d|rd|brc|ctu|regulatory|devices|approvals?|queries|hra|mhra|nice|ico|rec|cag|dtc|git|security|maintainers?|community|meetups?|llms?|slack|list|staff|consult|audit|clinicalaudit|safety|yellowcard|sponsor|ethics|uclh|ucl|nhs|nihr|general|communications|comms|digital|it)(?:[._+-]|\d{0,2}@)/i;
const WEBMAIL =
  /@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|aol|btinternet|sky|talktalk|virginmedia|ntlworld|proton|protonmail|pm|gmx|mail|zoho|fastmail|tiscali|blueyonder)\./i;

export const emailAddresses = ({ text, known }: Reading): Finding[] => {
  const ours = new Set(known.emails.map((email) => email.toLowerCase()));
  const found: Finding[] = [];
  for (const { 0: email, index } of text.includes('@') ? text.matchAll(EMAIL) : []) {
    const lower = email.toLowerCase().replace(/ /g, '');
    if (ours.has(lower) || RESERVED.test(lower) || FILE_NAME.test(lower) || PLACEHOLDER.test(lower)) continue;
    if (!WEBMAIL.test(lower) && ROLE.test(localPart(lower))) continue;
    // A user name in an address of the web, such as git@github.com:owner/name or user@host:port.
    if (/^:[\w-]+\/|^:\d+/.test(after(text, index + email.length, 20)) || /:\/\/[^\s/]*$/.test(before(text, index, 80))) continue;
    found.push({ rule: 'email-address', start: index, end: index + email.length });
  }
  for (const { 0: email, index } of matchesOf(text, SPELT_OUT, AT_HOST)) {
    const lower = email
      .toLowerCase()
      .replace(/ ?[[({]? ?\bdot\b ?[\])}]? ?/g, '.')
      .replace(/ ?[[({]? ?\bat\b ?[\])}]? ?/, '@');
    const isBracketed = /[[({] ?at ?[\])}]/i.test(email);
    const isWorded = / at /i.test(email) && (/ dot /i.test(email) || WEBMAIL.test(lower));
    if (!isBracketed && !isWorded) continue;
    if (
      ours.has(lower) ||
      RESERVED.test(lower) ||
      PLACEHOLDER.test(lower) ||
      (!WEBMAIL.test(lower) && ROLE.test(localPart(lower)))
    )
      continue;
    found.push({ rule: 'email-address', start: index, end: index + email.length });
  }
  return found;
};
