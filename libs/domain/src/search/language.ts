/** What can stand after a field's colon. With `text`, what is no choice and no number is words. */
export interface FieldRule {
  readonly text?: boolean;
  readonly number?: boolean;
  readonly choices?: readonly string[];
}

/** What can be asked of a list. */
export interface Language {
  readonly fields: Readonly<Record<string, FieldRule>>;
  /** Other names of fields, as people remember them. */
  readonly aliases: Readonly<Record<string, string>>;
  /** `#name` is a tag, `#12` a number. */
  readonly hash: boolean;
  readonly sorts: readonly string[];
  /** Fields of the language that this viewer cannot use in this list, whatever it holds. */
  readonly refused?: readonly string[];
}

const text: FieldRule = { text: true };

/** The states of a submission that can be asked for. */
const states = ['submitted', 'review', 'hidden', 'revision', 'accepted', 'poster', 'rejected', 'withdrawn'] as const;
const outcomes = ['accept', 'accept_paper', 'accept_poster', 'minor_revision', 'major_revision', 'reject'] as const;
const had = [
  'pdf',
  'supplementary',
  'paper',
  'reviews',
  'draft-review',
  'score',
  'recommendation',
  'decision',
  'conflict',
  'tag',
] as const;

export const submissionLanguage = {
  fields: {
    ti: text,
    ab: text,
    au: text,
    topic: text,
    track: text,
    type: text,
    status: { choices: states },
    dec: { choices: ['yes', 'no', 'none', ...outcomes] },
    re: { number: true, text: true, choices: ['me', 'in', 'missing', 'late'] },
    has: { choices: had },
    score: { number: true },
  },
  aliases: {
    title: 'ti',
    abstract: 'ab',
    author: 'au',
    authors: 'au',
    state: 'status',
    decision: 'dec',
    review: 're',
    reviews: 're',
    reviewer: 're',
    topics: 'topic',
  },
  hash: true,
  sorts: ['number', 'title', 'mean', 'state', 'reviews', 'submitted'],
} as const satisfies Language;

export type SubmissionField = keyof typeof submissionLanguage.fields;

/** Who serves in a call, and who is asked to. */
export const committeeLanguage = {
  fields: {
    name: text,
    aff: text,
    email: text,
    topic: text,
    track: text,
    role: { choices: ['chair', 'co-chair', 'guest-editor', 'reviewer'] },
    status: { choices: ['active', 'pending', 'expired', 'declined'] },
    load: { number: true },
    has: { choices: ['papers', 'topics', 'limit'] },
  },
  aliases: { affiliation: 'aff', address: 'email', topics: 'topic', papers: 'load', state: 'status', answer: 'status' },
  hash: false,
  sorts: ['name', 'role', 'load', 'status'],
} as const satisfies Language;

export type CommitteeField = keyof typeof committeeLanguage.fields;

/** Those who could review a submission. */
export const candidateLanguage = {
  fields: {
    name: text,
    aff: text,
    topic: text,
    load: { number: true },
    bid: { number: true },
    is: { choices: ['free', 'full', 'assigned', 'barred'] },
  },
  aliases: { affiliation: 'aff', topics: 'topic', papers: 'load' },
  hash: false,
  sorts: [],
} as const satisfies Language;

export type CandidateField = keyof typeof candidateLanguage.fields;

/** What somebody is to review. */
export const ownReviewLanguage = {
  fields: {
    ti: text,
    call: text,
    status: { choices: ['invited', 'to-write', 'draft', 'submitted', 'withheld', 'ended'] },
  },
  aliases: { title: 'ti', state: 'status' },
  hash: true,
  sorts: [],
} as const satisfies Language;

/** What somebody submitted, or is writing. */
export const ownSubmissionLanguage = {
  fields: {
    ti: text,
    call: text,
    track: text,
    type: text,
    status: { choices: ['draft', ...states] },
    has: { choices: ['missing'] },
  },
  aliases: { title: 'ti', state: 'status' },
  hash: true,
  sorts: [],
} as const satisfies Language;

export type OwnSubmissionField = keyof typeof ownSubmissionLanguage.fields;

/** Drafts nobody submitted, by whom to write to. */
export const draftLanguage = {
  fields: { name: text, email: text, track: text, type: text },
  aliases: { contact: 'name', address: 'email' },
  hash: false,
  sorts: [],
} as const satisfies Language;

export type DraftField = keyof typeof draftLanguage.fields;

/** Letters about a call. */
export const letterLanguage = {
  fields: {
    to: text,
    about: text,
    kind: { choices: ['receipt', 'invitation', 'reminder', 'decision', 'notice'] },
    status: { choices: ['waiting', 'sent', 'undelivered', 'in-doubt'] },
  },
  aliases: { address: 'to', name: 'to', subject: 'about', class: 'kind', state: 'status' },
  hash: true,
  sorts: [],
} as const satisfies Language;

export type LetterField = keyof typeof letterLanguage.fields;

/** The same language, of which only some fields can be used: the others are known and refused. */
export function limitedTo(language: Language, usable: readonly string[]): Language {
  return { ...language, refused: Object.keys(language.fields).filter((field) => !usable.includes(field)) };
}

/** The field that a typed name means, or null. */
export function fieldOf(language: Language, name: string): string | null {
  const key = name.toLowerCase();
  if (Object.hasOwn(language.fields, key)) return key;
  return Object.hasOwn(language.aliases, key) ? (language.aliases[key] ?? null) : null;
}
