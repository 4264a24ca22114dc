/** The words that tell the name of a patient from the name of a colleague, of a thing, or of nobody. */

/** What people are called in invented examples; nobody is meant. */
export const STAND_IN =
  /^(?:\p{Lu}\.?|[XYZ]{1,3})$|^(?:(?:Doe|Test|Tester|Testpatient|XXX\w*|Example|Patient|Name|Surname|Lastname|Bloggs|Anonymous|Invented|Fictional|Somebody|Someone|Nobody|Redacted|Placeholder|Unknown)\.?)(?:\s|$)|\b(?:Doe|Bloggs|Testpatient|Test|Example|Surname|Redacted|Anonymous)$/iu;
export const STAND_IN_FIRST = /^(?:test|example|dummy|fake|sample|synthetic|invented|fictional|john doe|jane doe)\b/i;

/** Words with a capital that follow a title or "patient" and are no names. */
export const NO_NAME = new Set(
  `justice speaker chair chairman president imaging angiography scan scanning venography spectroscopy elastography cholangiopancreatography
urography enterography neurography brain spine head safety advice public participation reported centred centered experience friendly data record records
portal information identifiable identifier identifiers identification notes note level voice voices association charter choice consent council flow group groups
journey leaflet leaflets liaison outcome outcomes panel partner partners population populations representative representatives research safety satisfaction
specific transport administration and or the an in on with without who whose is was has had may can will should must if for from to of at by as not no nhs id ids name
number numbers date admitted age sex gender address history status summary letter letters text messages message care access engagement involvement facing
education held knows best first index initiated activated management recruitment cohort cohorts sample samples registry stories story survey table
university hospital london trust england royal college department institute health national british united kingdom general medical clinical ward unit clinic
consultant doctor nurse model prompt prompts figure section chapter step box appendix example case cases question answer day week month year january february
march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday english french german
allergic alert stable afebrile pregnant diabetic male female presented presents reports denies states confirmed unknown to llm gpt epic caboodle emap
caldicott guardian guardians electronic digital decision support pathway pathways`
    .split(/\s+/)
    .filter(Boolean),
);

/** Clinical words that have a patient as their subject: what is said of nobody else. */
export const AS_SUBJECT =
  /^[\s,;:(-]{0,4}(?:\(?\w{0,12}\)?,?[ ])?(?:who |which |also |then |now |still |again |recently |subsequently |sadly |initially |was then |has been |had been |was |is |has |had |being |be ){0,4}(?:re-?admitted|admitted|discharged|diagnosed|born at|transferred|referred|reviewed|seen|treated|intubated|extubated|ventilated|catheterised|operated|dialysed|sectioned|sent home|taken to|swabbed|coughing|prescribed|given|started|commenced|consented|scanned|investigated|anaesthetised|resuscitated|mobilis|nil by mouth|nbm|brought in|bibas?|found|known|presented (?:with|to|as|after|on|at)|presents|presenting|complain|c\/o|denies|denied|suffer|suffers|suffered|underwent|undergoing|undergo|developed|develops|deteriorat|died|passed away|rip|arrested|collapsed|fell|attended|attends|self-?discharged|recovered|recovering|tolerat|vomit|bled|bleeding|allergic|pregnant|afebrile|febrile|pyrexial|unwell|well controlled|confused|drowsy|stable|diabetic|septic|hypertensive|aged \d|an? \d{1,3}[ -]?(?:year|yr|yo)|\d{1,3}[ ]?(?:y\/?o|yrs?|years?|[MF]\b)|takes? \w+ \d|on (?:warfarin|apixaban|metformin|ramipril|insulin|oxygen)|nhs|dob|d\.o\.b|mrn|hosp|lives|bed \d|ward)/i;

export const CLINICAL =
  /\b(?:admitted|admission|discharged?|diagnos(?:ed|is)|clinic|ward|bed|theatre|surgery|operation|biopsy|chemotherapy|radiotherapy|dialysis|a&e|ed|itu|icu|hdu|gp|symptoms?|pain|fever|breathless\w*|cough\w*|blood tests?|bloods?|dialys\w+|mdt|sectioned|mrsa|angio\w+|coronary|replacement|hip|knee|positive for|joints|smok\w+|frame|tests? shows?|sob|nausea|vomiting|bleed\w*|seizures?|stroke|tia|mi|nstemi|stemi|copd|asthma|diabetes|diabetic|hypertension|cancer|carcinoma|tumour|lymphoma|leukaemia|metasta\w+|fracture|fall|sepsis|pneumonia|infection|uti|dementia|delirium|depression|anxiety|schizophrenia|epilepsy|pregnan\w+|miscarriage|allerg\w+|bp|blood pressure|hba1c|troponin|haemoglobin|hb|crp|egfr|ct|mri|x-?ray|ecg|echo|ultrasound|endoscopy|colonoscopy|scan|warfarin|apixaban|metformin|ramipril|insulin|antibiotics|amoxicillin|bisoprolol|furosemide|morphine|paracetamol|prednisolone|statin|\d+ ?mg|tablets?|pmh|hx|history of|dob|date of birth|nhs (?:no|number)|mrn|hospital number|next of kin|nok|medication|prescri\w+|treatment|underwent|referred|follow-?up|smoker|unwell|wife|husband|died|death|year-old|lives|mobility|catheter|wound|ulcer|rash|lesion|palliative|dnacpr|resus\w*|safeguarding|overdose|suicid\w+|palpitations|headaches?|dizz\w+|weakness|weight loss|haemorrhage|embol\w+|dvt|pe|abscess|mass|cath lab|chest|abdom\w+|nicu|intubat\w+|transfus\w+|surgical|urine|swab|pyrexia|(?!emp|symp)\w{2,}(?:ectomy|ostomy|plasty|itis|aemia|uria|pathy|algia|rrhoea|plegia|oscopy|ography|ogram|mab|nib|pril|sartan|olol|azole|cillin|mycin|cycline|oxacin|azepam|parin|xaban|gliptin|gliflozin|trexate)|(?:haemat|carcin|myel|melan|gli|aden|sarc|mesotheli)oma|nil by mouth|nbm|obs|wr|creatinine|potassium|sodium|lactate|bilirubin|albumin|ferritin|glucose|urea|d-dimer|inr|lupus|angina|gout|parkinson\w*|alzheimer\w*|hiv|covid\w*|flu|hernia|gallstones|heart|kidneys?|liver|renal|cardiac|lungs?|stents?|pacemaker|cannula|iv|nebuliser|physio|chemo|transplant|co-[a-z]{4,}|aspirin|dying|dies|frail|poorly|aki|copd|ercp|crohn\w*|psycho\w+|pip|rehab|x-?rays?|post-?op|pre-?op|consented|inpatient|outpatient|bloods)\b/gi;

/** A clinician, an author or a colleague is spoken of. In the United Kingdom surgeons are called Mr, Mrs or Miss. */
export const COLLEAGUE_BEFORE =
  /(?:\b(?:by|under|ask|contact|e-?mail|tell|consultant|surgeon|registrar|professor|prof|dr|chaired|author|secretary|manager|director|nurse|sister|teacher|cc|signed|investigator|sponsor|supervisor|thank(?:s| you)?(?: to)?)[ :,]{1,3}|\b(?:care of|team of|list of|clinic of) )$/i;

/** What stands after a colleague's name: a post or a degree. */
export const COLLEAGUE_AFTER =
  /^(?:,| \()[ ]?(?:(?:a|an|our|the) )?(?:(?!by\b|to\b|the\b|with\b|under\b|of\b|for\b|and\b)[a-z-]+ ){0,2}(?:surgeon|sister|nurse|matron|physician|\w+ologist|\w+iatrist|midwife|paramedic)\b|^[ ,(-]{1,4}(?:(?:the|our|a|an|who is|is|is our|is the|lead|senior|locum|trust|chief|clinical|retired|ward|deputy|lay)[ ]){0,4}(?:consultant|surgeon|registrar|frcs|frcp|mrcs|md\b|phd|mbbs|obe|mbe|cbe|qc|kc|doctor|manager|director|secretary|chair|lead\b|research|engineer|scientist|professor|lecturer|fellow|investigator|author|statistician|analyst|pharmacist|physiotherapist|therapist|librarian|member|representative|head of|orthop|cardiolog|of the (?:department|team|trust|university))/i;

/** What colleagues do with illnesses that are not their own. */
export const OF_A_COLLEAGUE =
  /\b(?:represents?|leads?|chairs?|gave|spoke|talked|wrote|organis\w+|runs|works|joined|operates|keeps|designed|built|scored|rated|labell\w+|presented (?:her|his|the|a|an|our|their)|reviewed (?:the|all|every|our|each)|developed (?:the|a|our)|study|studies|studied|teach\w*|lectur\w+|research\w*|asked|explained|argued|talk|paper|report|published|project|model|data|notes|annotat\w+|evaluat\w+|led|leads|team|supervis\w+|meet-?up|poster|slides|guideline|committee|panel|our|patients)\b/i;

export const FIRST_PERSON_SEES =
  /\b(?:i|we)(?: have| had)? (?:saw|reviewed|met|examined|admitted|discharged|assessed|clerked|treated|operated on|consented|spoke to|seen|visited|called|rang)(?: again)?(?: with| today| yesterday)?,? ?$|\b(?:your patient|this patient|the patient|pleasant|old (?:lady|gentleman|man|woman)|lady|gentleman|regarding|re|about|discharge of|admission of|death of|case of|history of|of|on|for (?:seeing|referring|accepting|reviewing|admitting)|seeing|referring|ward round|bed \d+|named|called)[ ,:-]{1,3}$/i;

/** What a hospital writes to patients about, and to nobody else. */
export const WRITTEN_TO_A_PATIENT =
  /\byour (?:appointment|results?|blood|biopsy|scan|x-?ray|operation|surgery|admission|discharge|condition|diagnosis|symptoms|treatment|medication|test|gp|consultation|pregnancy|procedure)\b/i;
