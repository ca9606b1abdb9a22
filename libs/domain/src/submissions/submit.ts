import type { CutOverride } from './wordCount';
import { wordCount } from './wordCount';
import type { SubmissionTypeSettings } from './submissionType';

export const formSteps = ['type', 'content', 'authors', 'conflicts', 'files', 'check'] as const;
export type FormStep = (typeof formSteps)[number];

/** One thing that stands between a draft and its receipt. `field` names the control, `code` the words. */
export interface MissingItem {
  readonly step: FormStep;
  readonly field: string;
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

export interface DraftAuthor {
  readonly givenName: string;
  readonly familyName: string;
  readonly address: string;
  readonly affiliation: string;
  readonly isCorresponding: boolean;
}

export interface DraftFile {
  readonly slot: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly state: 'checking' | 'clean' | 'rejected';
}

/** The working copy, as far as completeness asks. */
export interface DraftContent {
  readonly title: string;
  readonly abstract: string;
  readonly cut: CutOverride | null;
  readonly topicIds: readonly string[];
  readonly authors: readonly DraftAuthor[];
  readonly files: readonly DraftFile[];
  readonly declarations: { readonly conflictsChecked: boolean; readonly originalWork: boolean };
}

export interface CompletenessRules {
  readonly type: SubmissionTypeSettings;
  /** Topics that can be chosen in the track; with none, none is asked for. */
  readonly topicsOffered: number;
  /** Without references; null = no limit. */
  readonly maxAbstractWords: number | null;
}

/** Enough to reach somebody; whether the address exists, only a letter can tell. */
export const ADDRESS = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]{2,}$/u;

/**
 * What is missing for a stage, in the order of the form; empty = may be submitted. An abstract needs title, abstract,
 * authors and topics; a paper also its files and declarations. Files still being checked count as there.
 */
export function missingFor(stage: 'abstract' | 'paper', draft: DraftContent, rules: CompletenessRules): MissingItem[] {
  const content = [...missingContent(draft, rules), ...missingTopics(draft, rules), ...missingAuthors(draft.authors)];
  if (stage === 'abstract') return content;
  return [...content, ...missingDeclarations(draft), ...missingFiles(draft.files, rules.type)].sort(
    (a, b) => formSteps.indexOf(a.step) - formSteps.indexOf(b.step),
  );
}

function item(step: FormStep, field: string, code: string, facts: MissingItem['facts'] = {}): MissingItem {
  return { step, field, code, facts };
}

function missingContent(draft: DraftContent, { maxAbstractWords }: CompletenessRules): MissingItem[] {
  const missing: MissingItem[] = [];
  if (draft.title.trim() === '') missing.push(item('content', 'title', 'title'));
  const { words } = wordCount(draft.abstract, draft.cut);
  if (words === 0) missing.push(item('content', 'abstract', 'abstract'));
  if (maxAbstractWords !== null && words > maxAbstractWords)
    missing.push(item('content', 'abstract', 'abstract_too_long', { words, limit: maxAbstractWords }));
  return missing;
}

function missingTopics({ topicIds }: DraftContent, { type, topicsOffered }: CompletenessRules): MissingItem[] {
  const min = Math.min(type.topics.min, topicsOffered);
  if (topicIds.length < min) return [item('content', 'topics', 'topics_too_few', { min })];
  if (topicIds.length > type.topics.max)
    return [item('content', 'topics', 'topics_too_many', { max: type.topics.max, chosen: topicIds.length })];
  return [];
}

function missingAuthors(authors: readonly DraftAuthor[]): MissingItem[] {
  if (authors.length === 0) return [item('authors', 'authors', 'authors')];
  const missing = authors.flatMap((author, index) => missingOfAuthor(author, index, authors));
  if (!authors.some(({ isCorresponding }) => isCorresponding))
    missing.push(item('authors', 'authors', 'no_corresponding'));
  return missing;
}

function missingOfAuthor(author: DraftAuthor, index: number, all: readonly DraftAuthor[]): MissingItem[] {
  const missing: MissingItem[] = [];
  const of = (field: keyof DraftAuthor, code: string): unknown =>
    missing.push(item('authors', `authors.${index}.${field}`, code, { n: index + 1 }));
  const address = author.address.trim().toLowerCase();
  // people with one name write it as the family name
  if (author.familyName.trim() === '') of('familyName', 'author_name');
  if (author.affiliation.trim() === '') of('affiliation', 'author_affiliation');
  if (address === '') of('address', 'author_address');
  else if (!ADDRESS.test(address)) of('address', 'author_address_malformed');
  else if (all.findIndex((other) => other.address.trim().toLowerCase() === address) < index)
    of('address', 'author_twice');
  return missing;
}

function missingDeclarations({ declarations }: DraftContent): MissingItem[] {
  const missing: MissingItem[] = [];
  if (!declarations.conflictsChecked) missing.push(item('conflicts', 'conflictsChecked', 'conflicts_not_checked'));
  if (!declarations.originalWork) missing.push(item('check', 'originalWork', 'original_work'));
  return missing;
}

function missingFiles(files: readonly DraftFile[], { slots }: SubmissionTypeSettings): MissingItem[] {
  return slots.flatMap((slot) => {
    const here = files.filter((file) => file.slot === slot.key);
    const facts = { slot: slot.label };
    if (here.some(({ state }) => state === 'rejected')) return [item('files', slot.key, 'file_rejected', facts)];
    if (here.some((file) => !slot.mediaTypes.includes(file.mediaType)))
      return [item('files', slot.key, 'file_type', facts)];
    if (here.some(({ bytes }) => bytes > slot.maxBytes)) return [item('files', slot.key, 'file_too_large', facts)];
    if (here.length > slot.maxFiles)
      return [item('files', slot.key, 'too_many_files', { ...facts, max: slot.maxFiles })];
    return slot.required && here.length === 0 ? [item('files', slot.key, 'file', facts)] : [];
  });
}
