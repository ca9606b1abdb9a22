import { callKinds, versionKinds } from '@convoke/domain';
import * as z from 'zod';
import { typeAnonymity } from './call-settings';
import { dueView } from './home';
import { draftFileView } from './submission-files';

// Words are counted, and pasted authors read, by one routine in the browser and on the server.
export {
  moveCut,
  parseAuthorList,
  wordCount,
  type ParsedRow,
  type ParseProblem,
  type WordCount,
} from '@convoke/domain';

const id = z.uuid();

export const submissionStage = z.enum(versionKinds);
export type SubmissionStage = z.infer<typeof submissionStage>;

/** What an author submits by hand before the deadline; revisions and final versions come with decisions. */
export const submittableStage = z.enum(['abstract', 'paper', 'revision']);
export type SubmittableStage = z.infer<typeof submittableStage>;

export const formStep = z.enum(['type', 'content', 'authors', 'conflicts', 'files', 'check']);
export type FormStep = z.infer<typeof formStep>;

/** One thing that stands between a draft and its receipt; the words are `submission.missing.<code>`. */
export const missingItem = z.object({
  step: formStep,
  field: z.string(),
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type MissingItem = z.infer<typeof missingItem>;

/**
 * An author as typed. Nothing is required while drafting: half a name is saved like a whole one, and what is still missing is
 * said at the check.
 */
export const authorInput = z.strictObject({
  givenName: z.string().trim().max(200),
  familyName: z.string().trim().max(200),
  address: z.string().trim().max(254),
  affiliation: z.string().trim().max(300),
  country: z.string().trim().max(100),
  isCorresponding: z.boolean(),
  /** May edit too, once the address is verified. Who began the submission always may. */
  mayEdit: z.boolean().default(false),
});
export type AuthorInput = z.infer<typeof authorInput>;

export const declarableConflictKind = z.enum([
  'advisor',
  'co_author',
  'institution',
  'collaborator',
  'personal',
  'other',
]);
export type DeclarableConflictKind = z.infer<typeof declarableConflictKind>;

export const conflictInput = z.strictObject({
  personId: id,
  kind: declarableConflictKind,
  reason: z.string().trim().max(500).default(''),
});
export type ConflictInput = z.infer<typeof conflictInput>;

/** What the author states: looked through the committee, own and unpublished work. */
export const declarations = z.strictObject({
  conflictsChecked: z.boolean().default(false),
  originalWork: z.boolean().default(false),
});
export type Declarations = z.infer<typeof declarations>;

const workingCopy = {
  trackId: id,
  typeId: id,
  title: z.string().max(500),
  abstract: z.string().max(60_000),
  /** The author's word on where counting stops: null = found by the routine, -1 = there is no reference list. */
  abstractCut: z.number().int().min(-1).max(60_000).nullable(),
  keywords: z.array(z.string().trim().min(1).max(100)).max(20),
  topicIds: z.array(id).max(100),
  authors: z.array(authorInput).max(200),
  conflicts: z.array(conflictInput).max(1000),
  declarations,
};

/** The fields of a working copy; a save sends those that changed. */
export const draftFields = z.strictObject(workingCopy);
export type DraftFields = z.infer<typeof draftFields>;

export const saveDraftRequest = draftFields.partial().extend({
  /** The version the change was made on: another one on the server means 409, never an overwrite. */
  version: z.number().int().positive(),
  /** From `form.opened`: proves that the form was open before the deadline. */
  opened: z.string().max(200).optional(),
});
export type SaveDraftRequest = z.infer<typeof saveDraftRequest>;

/** The working copy as the server has it: also what a 409 brings along as `facts.current`. */
export const draftView = z.object({
  id,
  number: z.number().int().nullable(),
  state: z.enum(['draft', 'submitted', 'withdrawn', 'accepted', 'rejected', 'published', 'closed']),
  stage: submissionStage.nullable(),
  version: z.number().int(),
  editedAt: z.iso.datetime(),
  fields: draftFields,
  files: z.array(draftFileView),
  /** Per stage that can be submitted now. */
  missing: z.object({ abstract: z.array(missingItem), paper: z.array(missingItem) }),
  words: z.object({ counted: z.number().int(), references: z.number().int(), limit: z.number().int().nullable() }),
});
export type DraftView = z.infer<typeof draftView>;

export const slotView = z.object({
  key: z.string(),
  label: z.string(),
  required: z.boolean(),
  mediaTypes: z.array(z.string()),
  maxBytes: z.number().int(),
  maxFiles: z.number().int(),
});
export type SlotView = z.infer<typeof slotView>;

export const typeChoice = z.object({
  id,
  key: z.string(),
  name: z.string(),
  anonymity: typeAnonymity,
  abstractMaxWords: z.number().int().nullable(),
  topicsMin: z.number().int(),
  topicsMax: z.number().int().nullable(),
  slots: z.array(slotView),
});
export type TypeChoice = z.infer<typeof typeChoice>;

export const trackChoice = z.object({ id, name: z.string(), description: z.string() });
export type TrackChoice = z.infer<typeof trackChoice>;

export const committeeMember = z.object({ personId: id, name: z.string(), affiliation: z.string() });
export type CommitteeMember = z.infer<typeof committeeMember>;

export const callOfForm = z.object({
  slug: z.string(),
  name: z.string(),
  kind: z.enum(callKinds),
  timeZone: z.string(),
  autoSubmit: z.boolean(),
});

/** Deadlines that hold for this submission; null = to be announced. */
export const stageDates = z.object({ abstract: dueView.nullable(), paper: dueView.nullable() });
export type StageDates = z.infer<typeof stageDates>;

export const submissionForm = z.object({
  call: callOfForm,
  draft: draftView,
  tracks: z.array(trackChoice),
  types: z.array(typeChoice),
  topics: z.array(z.object({ id, name: z.string(), trackId: id.nullable() })),
  /** Whom a conflict can be declared with. */
  committee: z.array(committeeMember),
  /** Addresses of authors who may edit whatever the list says: who began the submission, and oneself. */
  alwaysEdit: z.array(z.string()),
  dates: stageDates,
  /** What the main button submits: a paper, or the revised version that a decision asked for. */
  asks: z.enum(['paper', 'revision']),
  /** Files of the working copy that are part of the latest paper or revision already. */
  sentFiles: z.array(z.string()),
  /** Whether saving and submitting is possible now, and otherwise the code of the refusal. */
  closed: z.string().nullable(),
  /** Authors and conflicts stay open longer than the rest: until when (null = no limit), and whether they alone are open now. */
  details: z.object({ until: z.iso.datetime().nullable(), only: z.boolean() }),
  /** Sent back with saves, uploads and submits. */
  opened: z.string(),
  serverNow: z.iso.datetime(),
});
export type SubmissionForm = z.infer<typeof submissionForm>;

/** What there is to choose before a draft exists. */
export const startView = z.object({
  call: callOfForm,
  tracks: z.array(trackChoice),
  types: z.array(z.object({ id, key: z.string(), name: z.string() })),
  dates: stageDates,
  closed: z.string().nullable(),
  /** Own drafts in this call: perhaps one of them was meant. */
  drafts: z.array(z.object({ id, title: z.string(), editedAt: z.iso.datetime() })),
});
export type StartView = z.infer<typeof startView>;
