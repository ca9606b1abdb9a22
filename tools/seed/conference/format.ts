import * as z from 'zod';

const address = z.string().min(3).max(320).includes('@');
const person = {
  email: address,
  given_name: z.string().max(200),
  family_name: z.string().max(200),
  affiliation: z.string().max(500),
};

const reviewField = z.object({
  id: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  type: z.literal('text').optional(),
  min: z.number().int().optional(),
  max: z.number().int().optional(),
  /** `pc`: chairs and the committee alone. */
  visibility: z.enum(['pc', 'authors']).optional(),
});

/** conference.json */
export const conferenceFile = z.object({
  name: z.string().min(1).max(200),
  topics: z.array(z.string().min(1).max(300)).max(2000),
  review_fields: z.array(reviewField).min(1).max(40),
});
export type ConferenceFile = z.output<typeof conferenceFile>;

/** One element of papers.json */
export const paperEntry = z.object({
  pid: z.number().int().positive(),
  title: z.string().max(500),
  abstract: z.string().max(60_000),
  authors: z.array(z.object(person)).min(1).max(200),
  /** Addresses of authors who hold the submission. */
  contacts: z.array(address).min(1),
  topics: z.array(z.string()),
  /** Address of a committee member → what kind of conflict. */
  conflicts: z.record(z.string(), z.string()),
  /** Seconds since 1970. */
  submitted_at: z.number().int().positive(),
  status: z.enum(['submitted', 'withdrawn']),
  decision: z.enum(['accepted', 'rejected', 'undecided']),
});
export type PaperEntry = z.output<typeof paperEntry>;

/** A row of reviewers.csv; `roles` holds `chair` or `pc`, or both with a space between. */
export const reviewerRow = z.object({ ...person, roles: z.string() });
export type ReviewerRow = z.output<typeof reviewerRow>;

/** A row of topic_interests.csv */
export const interestRow = z.object({
  email: address,
  topic: z.string(),
  interest: z.coerce.number().int().min(-2).max(2),
});

/** A row of preferences.csv: a bid; -100 asks never to be given the paper. */
export const preferenceRow = z.object({
  paper: z.coerce.number().int(),
  email: address,
  preference: z.coerce.number().int().min(-100).max(100),
  expertise: z.enum(['X', 'Y', 'Z', '']),
});

/** A row of reviews.csv; columns besides these are answers, named by the fields of conference.json. */
export const reviewRow = z.looseObject({
  paper: z.coerce.number().int(),
  email: address,
  state: z.enum(['submitted', 'draft', 'assigned']),
});
export type ReviewRow = z.output<typeof reviewRow>;
