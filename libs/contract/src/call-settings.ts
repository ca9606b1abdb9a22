import { anonymities, settingsOf, visibilityDefaults, type CallSettings as DomainSettings } from '@convoke/domain';
import * as z from 'zod';

/** Authors and reviewers: who does not know whom. `none` is for types whose reviewers and authors know each other. */
export const anonymityMode = z.enum(anonymities);
export type AnonymityMode = z.infer<typeof anonymityMode>;
export const typeAnonymity = z.enum(['none', ...anonymities]);

export const abstractSettings = z.object({
  /** Announced as “encouraged”: never a gate before the full paper. */
  encouraged: z.boolean().default(true),
  /** Without the reference list; null = no limit. */
  maxWords: z.number().int().min(50).max(20_000).nullable().default(1000),
});

const ownSettings = {
  reviewsPerSubmission: z.number().int().min(1).max(10),
  /** Most papers one reviewer gets; a reviewer's own limit wins. */
  maxLoad: z.number().int().min(1).max(200),
  /** A complete draft that nobody submitted is submitted at closing; said in the author's form. */
  autoSubmit: z.boolean(),
  /** Work begun in time may be finished this long after closing. */
  graceSeconds: z.number().int().min(0).max(3600),
  /** Hours after the paper deadline in which authors and conflicts of what was submitted may still be put right. */
  detailsHours: z.number().int().min(0).max(720),
  /** Co-chairs and guest editors decide themselves; otherwise they recommend. */
  handlersDecide: z.boolean(),
  handlersRelease: z.boolean(),
  /** A chair who reviews a paper hands it over and is only its reviewer. */
  reviewingChairsHandOver: z.boolean(),
  /** Committee members are assigned without asking; others are invited. */
  committeeAcceptsByDefault: z.boolean(),
  invitationDays: z.number().int().min(1).max(60),
  reviewDays: z.number().int().min(1).max(365),
  /** Of each text of the authors' response; null = no limit. */
  responseMaxWords: z.number().int().min(50).max(20_000).nullable(),
  /** Authors answer each review by itself, besides one text on all of them. */
  responsePerReview: z.boolean(),
  /** Between a release and its first letter, in which the letters can still be stopped. */
  releaseHoldMinutes: z.number().int().min(0).max(60),
};

/** The steps of reviewing; they are set together with who sees what. */
const steps = { bids: z.boolean(), discussion: z.boolean(), response: z.boolean(), metaReview: z.boolean() };

/** What a call decides for itself, every default of its kind filled in. */
export const callSettings = z.object({
  ...ownSettings,
  ...steps,
  abstract: abstractSettings,
  /** The whole visibility table's switches, by name. */
  visibility: z.record(z.string(), z.boolean()),
});
export type CallSettings = z.output<typeof callSettings>;

/** A change of settings names only what changes; who sees what is changed by itself, because it asks for more. */
export const callSettingsChange = z
  .strictObject({
    ...ownSettings,
    abstract: z.strictObject({ encouraged: z.boolean(), maxWords: z.number().int().min(50).max(20_000).nullable() }),
  })
  .partial();

/** The settings of a call's row: what was never set has the default of its kind. The only way to read `call.settings`. */
export function callSettingsOf(call: { kind: 'conference' | 'special_issue'; settings: unknown }): CallSettings {
  const stored = (call.settings ?? {}) as Partial<DomainSettings> & { abstract?: unknown };
  const settings = settingsOf({ kind: call.kind, settings: stored });
  return callSettings.parse({
    ...settings,
    abstract: stored.abstract ?? {},
    visibility: { ...visibilityDefaults, ...settings.visibility },
  });
}

export const pdf = 'application/pdf';
export const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const zip = 'application/zip';
/** What an upload may be; recognised by content, never by name. */
export const acceptedMediaType = z.enum([pdf, docx, zip]);
export type AcceptedMediaType = z.infer<typeof acceptedMediaType>;

export const megabyte = 1024 * 1024;

export const fileSlot = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  label: z.string().trim().min(1).max(120),
  required: z.boolean().default(false),
  mediaTypes: z.array(acceptedMediaType).min(1),
  maxBytes: z
    .number()
    .int()
    .min(1)
    .max(50 * megabyte)
    .default(50 * megabyte),
  maxFiles: z.number().int().min(1).max(20).default(1),
});
export type FileSlot = z.output<typeof fileSlot>;

/** The paper itself, as every type has it. */
export function mainSlot(label: string, mediaTypes: readonly AcceptedMediaType[]): FileSlot {
  const one = { maxBytes: 50 * megabyte, maxFiles: 1 };
  return { key: 'paper', label, required: true, mediaTypes: [...mediaTypes], ...one };
}
export const supplementSlot: FileSlot = {
  key: 'supplement',
  label: 'Supplementary files',
  required: false,
  mediaTypes: [pdf, zip],
  maxBytes: 50 * megabyte,
  maxFiles: 5,
};

/** What a submission of one type consists of. Read with `submissionTypeSettings.parse(row.settings)`. */
export const submissionTypeSettings = z.object({
  slots: z
    .array(fileSlot)
    .max(10)
    .default([mainSlot('Paper', [pdf]), supplementSlot]),
  topics: z
    .strictObject({ min: z.number().int().min(0).max(50), max: z.number().int().min(1).max(50) })
    .default({ min: 1, max: 5 }),
});
export type SubmissionTypeSettings = z.output<typeof submissionTypeSettings>;
