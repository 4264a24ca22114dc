/**
 * What people say for what this site says. General words only: names of this house and of the trade stand in the glossary, with
 * their aliases. Each line: what is typed, then what it may mean here, in words of the pages.
 */
import type { Synonym } from './small-format.ts';

const LINES: readonly (readonly [typed: string, meant: string])[] = [
  ['ethics, ethical, ethical approval, ethics approval, irb, ethics board', 'research ethics committee, approvals'],
  ['permission, permissions, authorisation, sign off, signoff, clearance, allowed, green light, paperwork', 'approvals'],
  ['rules, regulations, regulation, legal, law, lawful, compliance', 'approvals, medical device'],
  ['gdpr, data protection, privacy, personal data', 'data protection impact assessment, information governance'],
  ['gpu, graphics card, cuda, hardware, server, computer, cluster, processor, cpu, machine, ram', 'GPU, compute'],
  [
    'which model, what model, best model, choose a model, open source model, open weights, local model, small model',
    'compute and models',
  ],
  ['price, pricing, cost, costs, money, budget, expensive, cheap, spend', 'cost, energy and cost, business case'],
  ['funding, grant, funder, sponsor money', 'funding'],
  [
    'error, errors, wrong, failure modes, omissions, made up, making things up, makes things up, invents, invented facts, fabricated, fabrication, false statements, confabulation, lies, wrong answers',
    'hallucination',
  ],
  ['hallucination, hallucinations, hallucinate, hallucinates', 'hallucination, judging the output'],
  [
    'accuracy, accurate, performance, quality, metrics, score, scoring, validation, validate, judge, assess, measure, mark, marking, grade, grading, test the model, benchmark',
    'evaluation, judging the output',
  ],
  [
    'anonymise, anonymising, strip names, remove names, scrub, mask, redact, redacted, remove identifiers, phi, pii',
    'de-identification, redaction, anonymised data',
  ],
  ['consent, informed consent, patient consent', 'consent, section 251, public involvement'],
  ['lay, lay people, lay members, patient voice, service users, patient representatives, citizens, public', 'public involvement'],
  [
    'meet, meeting, meetings, event, events, seminar, talk, talks, gathering, calendar, get together, session, wednesday, dates, present my work, give a talk, speak, speaker, demo',
    'meet-up',
  ],
  ['meetup, meetups, meet up, meet ups, meet-up', 'meet-up'],
  [
    'next meeting, next meetup, next meet up, when do you meet, when is the meeting, next session, next event',
    'fortnightly meet-up',
  ],
  ['venue, location, address, room, building', 'fortnightly meet-up, institute of health informatics'],
  ['online, virtual, zoom, remote, hybrid, dial in', 'meet-up, virtual journal club'],
  ['access, get access, getting in, get in, log on', 'data access process, working in the trusted research environment'],
  ['apply for data, data application, apply for access', 'data access process, getting the data out'],
  [
    'install, package, packages, python, pip, conda, library, internet, internet access, r studio',
    'trusted research environment',
  ],
  ['slack, chat, channel, teams channel, mailing list, join, sign up, membership, become a member', 'get involved'],
  [
    'who do i contact, talk to, talk with, speak to, speak with, write to, whom to ask, contact, contacts, email, phone, people, person, helpdesk, support, adviser, expert, organiser, coordinator, lead',
    'who to ask, who is who',
  ],
  ['team, staff, members, who are you, who runs this', 'who to ask, about'],
  ['begin, beginner, new here, getting started, first steps, start, onboarding, newbie, basics, introduction', 'where to start'],
  ['guideline, checklist for a paper, publish, publication, journal, manuscript, write up, paper', 'reporting and publishing'],
  [
    'deploy, deployment, go live, golive, production, roll out, rollout, routine use, scale up, adoption',
    'from study to service',
  ],
  [
    'device, software as a medical device, samd, regulated, regulation of ai, regulator, ce mark, ukca',
    'medical device, when outputs touch care',
  ],
  [
    'safety, safe, clinical safety, harm, risk, hazard, side effects, adverse event, incident, near miss',
    'clinical safety, when outputs touch care',
  ],
  ['hack, hacker, hackers, hacked, attack, cyber, cybersecurity, leak, breach, malware', 'security'],
  [
    'chatgpt, openai, gpt, gpt4, copilot, claude, gemini, cloud service, third party, vendor',
    'security and third-party services',
  ],
  [
    'power, power calculation, how big, how large, test set, sample, how many notes, how many patients, how many cases, numbers needed',
    'sample size',
  ],
  [
    'labels, labelling, labelled, labelled data, annotate, annotator, annotators, ground truth, gold standard, rating, raters',
    'annotation, reference standards',
  ],
  ['agreement, reliability, kappa, icc, inter observer, consensus', 'inter-rater agreement, agreement between raters'],
  ['rct, clinical trial, trial, trials, experiment, prospective', 'study designs, randomised controlled trial'],
  ['audit, quality improvement, qi, service improvement, qip', 'research, evaluation or audit'],
  [
    'temperature, random, randomness, nondeterministic, different answers, repeatable, repeat, rerun, deterministic',
    'reproducibility',
  ],
  ['fairness, bias, biased, discrimination, equity, inequality, ethnicity', 'fairness and wording, bias'],
  [
    'carbon, energy, green, environment, environmental, environmental impact, climate, net zero, footprint, sustainability',
    'energy and cost',
  ],
  [
    'get data, data request, request data, obtain data, extract, extraction, download data, data access, notes',
    'getting the data out',
  ],
  ['vm, virtual machine, remote desktop, login, log in, account, workspace, environment', 'trusted research environment'],
  ['export, take out, take results out, output checking, egress, upload, import', 'airlock'],
  ['prompt, prompts, prompting, prompt engineering, instructions, few shot', 'prompts'],
  ['code, github, repository, repo, scripts, software, source code', 'code'],
  ['letter, letters, discharge letter, discharge, summary, summarise, summarisation', 'discharge summaries'],
  [
    'referral, referrals, referral letter, gp, gps, general practice, primary care, gp advice, specialist advice',
    'advice and guidance',
  ],
  ['jargon, dictionary, definitions, abbreviation, abbreviations, acronym, acronyms, terms, vocabulary, meaning', 'glossary'],
  [
    'add a page, edit, correct, correction, mistake, typo, contribute, add my project, write a page, update page',
    'add or correct a page',
  ],
  ['decision tree, decision tool, wizard, what applies, which approvals, what do i need', 'what applies to my study'],
  ['idea, question, comparator, compare, comparison, control', 'question and baseline'],
  ['monitor, monitoring, drift, surveillance, after launch', 'from study to service, monitoring'],
  ['lay summary, leaflet, plain english, transparency', 'public involvement, page in plain words'],
  ['screen reader, wcag, disability', 'accessibility'],
  ['cookies, tracking, analytics', 'privacy'],
  [
    'x ray, x rays, xray, scan, scans, image, images, imaging, mri, ct, dicom, radiograph, radiology, picture, pictures',
    'medical images, PIXL',
  ],
  [
    'on premises, on premise, on prem, self hosted, self hosting, hosting, host, in house, offline, run locally, locally hosted, inference',
    'local language model, compute and models',
  ],
  ['statistician, stats, p value, significance, significant, hypothesis test, t test', 'statistics, which test'],
  [
    'nlp, natural language processing, text mining, concept extraction, snomed, icd, clinical coding, diagnosis codes',
    'CogStack, MedCAT',
  ],
  [
    'free text, clinical notes, patient notes, documents, patient records, data source, datasets, dataset',
    'getting the data out',
  ],
  [
    'sql, database, databases, warehouse, tables, structured data, data model, schema, data dictionary',
    'OMOP, Caboodle, Clarity',
  ],
  ['fake data, dummy data, test data, mock data, simulated, synthetic data', 'synthetic, invented notes'],
  [
    'ai, artificial intelligence, genai, generative ai, machine learning, foundation model, transformer, chatbot',
    'large language model',
  ],
  ['student, students, phd, msc, intern, trainee, junior doctor, dissertation, supervisor', 'where to start'],
  ['timeline, timescale, timetable, duration, turnaround, how long', 'approvals, a first month'],
  [
    'contract, supplier, suppliers, company, companies, industry, commercial, startup, partner, tender, buy, purchase',
    'third-party services, procurement',
  ],
  ['laptop, usb, usb stick, own computer, home', 'trusted research environment, security'],
  ['in the loop, oversight, override, automation bias, overreliance, trust the output', 'when outputs touch care'],
  ['template, templates, example, examples, boilerplate, sample text', 'protocol, skeleton, codebook'],
  ['weights, parameters, checkpoint, model size, vram, memory, fit', 'compute and models, will it fit'],
  ['hugging face, ollama, llama cpp, qwen, mistral, llama', 'compute and models'],
  ['ivd, in vitro, diagnostics', 'health institution exemption, medical device'],
  ['blind, blinded, blinding, masked, unbiased raters', 'judging the output, reference standards'],
  ['disagree, disagreement, adjudicate, adjudication, double read, second opinion', 'reference standards'],
  ['log, logs, logging, audit trail, record keeping, documentation, version, versions, changelog', 'reproducibility and records'],
  ['share, sharing, open source, release, open science, publish code', 'reporting and publishing, what to share'],
  ['study plan, analysis plan, protocol', 'study designs, protocol'],
  ['identifiers, identifiable, confidential, confidentiality, patient confidentiality', 'de-identification, section 251'],
  ['agent, agents, agentic, tool use, function calling', 'security'],
  ['usability, acceptability, user testing, survey', 'when outputs touch care, from study to service'],
  ['scribe, ambient, dictation, speech, transcription', 'when outputs touch care'],
  ['multi site, multicentre, other trusts, other hospitals, external validation', 'study designs, approvals'],
  ['switch off, stop, rollback, decommission, retire, update the model', 'from study to service'],
  ['long documents, long notes, chunk, chunking, truncate, too long, tokens', 'retrieval, context window'],
  ['cohort, inclusion criteria, patient selection, specification', 'getting the data out, specification'],
  ['community, network, who we are, mission', 'about, get involved'],
  ['reading group, reading club, paper club, papers', 'journal club'],
];

const list = (text: string): string[] => text.split(', ');

/** The synonyms as the build writes them into the first file of the index. */
export const synonyms: readonly Synonym[] = LINES.map(([typed, meant]) => [list(typed), list(meant)] as const);
