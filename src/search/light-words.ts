/**
 * Words that tell little of what somebody looks for, and that are no grammar either: "attempts" of "jailbreak attempts". Where this site
 * has one, it is a word like any other; where it has not, the query is about the rest.
 */
export const lightWords = `
  accept achieve actual additional admit affect afterwards agree allow almost alone along alternative anybody anything anywhere
  apart appear apply approach appropriate arrange aside assume attempt automatic avoid bad basis because before beforehand begin
  behind believe belong below beneath best better beyond bit brief bring broad build call carry category cause certain change
  choice choose clever come common compare complete complex concept concern condition consider contain context continue copy
  correct count create criteria cycle deal decide define definitely depend describe despite detail determine develop difficult
  direct discuss draw drop each early easy effect effective either element else end enough ensure entire especially essential
  establish etc everybody everything exact exactly exercise exist expect expectation experience explain explanation extra fact
  factor fail fair fall feel final finally fine fit fix folk follow forget former forward framework full function funny gain
  general genuine gist goal good great grow guy handle happen hard hear help hold hope huge idea identify image imagine
  immediately implementation implication important improve include increase indicate individual information inside instance
  intend internal involve issue item join jump keep kind large last later learn least let level lie life likely limit list
  listen little live local lose lot main major make manage manner material matter maybe mean meaning mechanism mention method
  middle mind minor miss moment mostly move multiple name nearly neat necessary neither new next nice nobody none normal nothing
  notice number objective obtain obvious occur odd official old only open option order ordinary organise original otherwise
  outline outside overall overview own pair part particular pass pattern perhaps permit person pick piece place plain plenty
  point poor possibility possible potential practical practice prefer prepare present prevent previous principle prior probably
  problem procedure process produce progress promise proper properly property prove provide pull purpose push quick quickly
  quite raise rather reach ready real realise really reason reasonable receive recent recommend recommendation reduce regular
  relation relevant rely remain remember remove replace represent require requirement respond response restriction result return
  right ring rise rough routine rule run say scenario scheme scope see seem sell send sense sensible separate serious serve set
  setting setup several shall shape short show side similar simple simply since single sit situation size slip small solution
  solve somehow sometimes somewhere source speak special specific spend spot stage standard statement status stay step stick
  straight strange strategy strong structure stuff style sufficient suggest suggestion suit suitable suppose sure swallow task
  teach technique technology tend term terrible theory though throw together tomorrow topic total touch track transfer treat
  trend trick true trust try turn twice type typical ultimately understand unless until unusual update useful usual usually
  value variety various vary version versus view visible wait walk watch well whole wide wish without wonder word work worry
  worth write wrong year yesterday
`
  .trim()
  .split(/\s+/);
