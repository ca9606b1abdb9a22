import {
  anonymityMode,
  callSettingsChange,
  reviewFormField,
  submissionTypeSettings,
  typeAnonymity,
} from '@convoke/contract';
import { deadlineKinds } from '@convoke/domain';
import * as z from 'zod';

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);
const words = (longest: number) => z.string().trim().max(longest);

const officer = z.strictObject({
  role: z.enum(['chair', 'track_chair', 'guest_editor', 'reviewer']),
  /** Slug of the track, for a co-chair of one. */
  track: slug.nullable().default(null),
  givenName: words(200),
  familyName: words(200).min(1),
  affiliation: words(300).default(''),
  address: z.email(),
  /** How the public page names them, where that differs from the profile. */
  displayName: words(200).default(''),
  displayAffiliation: words(300).default(''),
});

const date = z.strictObject({
  kind: z.enum(deadlineKinds),
  /** 'YYYY-MM-DDTHH:mm', 'YYYY-MM-DD', or null: to be announced. */
  wallTime: z.string().nullable(),
  untilWallTime: z.string().nullable().default(null),
  label: words(200).default(''),
  note: words(500).default(''),
});

/** A call as a file: everything a chair sets up before it is published. */
export const callContent = z.strictObject({
  slug,
  kind: z.enum(['conference', 'special_issue']),
  journal: z
    .strictObject({ slug, name: words(200), publisher: words(200).default('') })
    .nullable()
    .default(null),
  name: words(200).min(1),
  kicker: words(300).default(''),
  tagline: words(300).default(''),
  /** Markdown. */
  body: words(50_000).default(''),
  place: words(200).default(''),
  website: words(500).default(''),
  timeZone: z.string(),
  anonymity: anonymityMode.default('double'),
  settings: callSettingsChange.default({}),
  tracks: z
    .array(z.strictObject({ slug, name: words(200).min(1), description: words(5000).default('') }))
    .min(1)
    .max(100),
  topics: z.array(z.strictObject({ name: words(300).min(1), track: slug.nullable().default(null) })).default([]),
  /** Left out: the types, dates and review form that a new call of this kind starts with. */
  types: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
        name: words(120).min(1),
        anonymity: typeAnonymity.nullable().default(null),
        settings: submissionTypeSettings,
      }),
    )
    .optional(),
  dates: z.array(date).optional(),
  reviewForm: z.array(reviewFormField).min(1).optional(),
  officers: z.array(officer).default([]),
});

export type CallContent = z.output<typeof callContent>;
export type CallContentInput = z.input<typeof callContent>;
