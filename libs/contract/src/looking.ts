import { lookedFrom, type Field, type Phase, type Standing } from '@convoke/domain';
import * as z from 'zod';
import { endpoint } from './endpoint';

export { lookedFrom };

const standing = z.enum(lookedFrom);
export type LookedFrom = z.infer<typeof standing>;

/** Whose eyes: `person:<id>`, or `standing:<name>` for anybody who is that to the submission. */
export const lookAs = z
  .string()
  .max(60)
  .transform((text, context): { personId: string } | { standing: LookedFrom } => {
    const [kind, name] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)];
    const personId = z.uuid().safeParse(name);
    if (kind === 'person' && personId.success) return { personId: personId.data };
    const known = standing.safeParse(name);
    if (kind === 'standing' && known.success) return { standing: known.data };
    context.addIssue({ code: 'custom', message: 'Say person:<id> or standing:<name>' });
    return z.NEVER;
  });
/** Beside the other questions of what can be looked at through somebody else's eyes. */
export const lookQuery = { as: lookAs.optional() };

const named = <T extends string>() => z.string() as unknown as z.ZodType<T, T>;

/** Whose eyes a page was looked at through. */
export const lookedAt = z.object({
  standing: named<Standing>(),
  /** Null for somebody who is not named. */
  name: z.string().nullable(),
});

export const pickablePerson = z.object({
  id: z.uuid(),
  name: z.string(),
  part: z.enum(['author', 'reviewer', 'chair', 'committee']),
});
export type PickablePerson = z.infer<typeof pickablePerson>;

/** Why one thing is seen or not. */
export const sightLine = z.object({
  field: named<Field>(),
  visible: z.boolean(),
  /** By what they see it: a chair who reviews reads the own review as a reviewer. */
  standing: named<Standing>(),
  phase: named<Phase>(),
  /** When they see it as things are set, if they stay what they are; empty = at no time. */
  when: z.array(z.object({ from: named<Phase>(), to: named<Phase>() })),
  /** False = no setting shows it to them, at any time. */
  possible: z.boolean(),
  /** Null = the rule itself, which no setting changes. */
  setting: z.object({ name: z.string(), on: z.boolean() }).nullable(),
  /** Allowed today, and kept closed because it was written under stricter terms. */
  stricterThen: z.boolean(),
  /** Reviews that stay closed for that reason, of those that are in; null where there is nothing to count. */
  kept: z.object({ closed: z.number().int(), of: z.number().int() }).nullable(),
});
export type SightLine = z.infer<typeof sightLine>;

export const sight = z.object({
  /** Null for somebody who is not named. */
  name: z.string().nullable(),
  standing: named<Standing>(),
  kind: z.enum(['conference', 'special_issue']),
  anonymity: z.enum(['single', 'double', 'triple']),
  /** Whether the submission exists for them at all. */
  exists: z.boolean(),
  /** Has proven an address; without that much stays closed. */
  verified: z.boolean(),
  lines: z.array(sightLine),
});
export type Sight = z.infer<typeof sight>;

const ofRecord = z.strictObject({
  call: z.string().min(1).max(100),
  number: z.coerce.number().int().positive().max(2_147_483_647),
});

/** Why somebody sees something, for those who handle a submission. */
export const lookingApi = {
  people: endpoint({
    method: 'GET',
    path: '/api/calls/:call/records/:number/people',
    summary: 'Lists people through whose eyes a chair may look at a submission: never more than the chair may know.',
    params: ofRecord,
    query: z.strictObject({ name: z.string().trim().max(100).default('') }),
    response: z.object({ people: z.array(pickablePerson) }),
  }),
  why: endpoint({
    method: 'GET',
    path: '/api/calls/:call/records/:number/sight',
    summary: 'Says of each thing whether somebody sees it of a submission, and by which rule.',
    params: ofRecord,
    query: z.strictObject({ as: lookAs }),
    response: sight,
  }),
};
