import { z } from 'zod';

/** Authors and reviewers: who does not know whom. `none` is for types whose reviewers and authors know each other. */
export const anonymityMode = z.enum(['single', 'double', 'triple']);
export type AnonymityMode = z.infer<typeof anonymityMode>;
export const typeAnonymity = z.enum(['none', 'single', 'double', 'triple']);

const abstractSettings = z.strictObject({
  /** Announced as “encouraged”: never a gate before the full paper. */
  encouraged: z.boolean().default(true),
  /** Without the reference list; null = no limit. */
  maxWords: z.number().int().min(50).max(20_000).nullable().default(1000),
});

/** What a call decides for itself. Read with `callSettings.parse(row.settings)`: what was never set has its default. */
export const callSettings = z.object({
  reviewsPerPaper: z.number().int().min(1).max(10).default(3),
  /** Most papers one reviewer gets; null = no limit. A reviewer's own limit wins. */
  maxLoad: z.number().int().min(1).max(200).nullable().default(null),
  /** Committee members become reviewers when they are told; otherwise each is asked and may decline. */
  assignsDirectly: z.boolean().default(false),
  /** A complete draft that nobody submitted is submitted at closing; said in the author's form. */
  autoSubmitAtClosing: z.boolean().default(true),
  /** Track co-chairs decide themselves instead of recommending. */
  decisionsDelegated: z.boolean().default(false),
  abstract: abstractSettings.prefault({}),
  /** Work begun in time may be finished this long after closing. */
  graceSeconds: z.number().int().min(0).max(3600).default(300),
  /** Settings of the visibility table that differ from their defaults, by name. */
  visibility: z.record(z.string().max(80), z.boolean()).default({}),
});
export type CallSettings = z.output<typeof callSettings>;

/** A change of settings names only what changes. */
export const callSettingsChange = z.strictObject({
  reviewsPerPaper: z.number().int().min(1).max(10).optional(),
  maxLoad: z.number().int().min(1).max(200).nullable().optional(),
  assignsDirectly: z.boolean().optional(),
  autoSubmitAtClosing: z.boolean().optional(),
  decisionsDelegated: z.boolean().optional(),
  abstract: z
    .strictObject({ encouraged: z.boolean(), maxWords: z.number().int().min(50).max(20_000).nullable() })
    .optional(),
  graceSeconds: z.number().int().min(0).max(3600).optional(),
  visibility: z.record(z.string().max(80), z.boolean()).optional(),
});

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

/** What a submission of one type consists of. Read with `submissionTypeSettings.parse(row.settings)`. */
export const submissionTypeSettings = z.strictObject({
  slots: z
    .array(fileSlot)
    .max(10)
    .default([
      { key: 'paper', label: 'Paper', required: true, mediaTypes: [pdf], maxBytes: 50 * megabyte, maxFiles: 1 },
      {
        key: 'supplement',
        label: 'Supplementary files',
        required: false,
        mediaTypes: [pdf, zip],
        maxBytes: 50 * megabyte,
        maxFiles: 5,
      },
    ]),
  topics: z
    .strictObject({ min: z.number().int().min(0).max(50), max: z.number().int().min(1).max(50) })
    .default({ min: 1, max: 5 }),
});
export type SubmissionTypeSettings = z.output<typeof submissionTypeSettings>;
