import {
  breakGlassSettings,
  presetNames,
  visibilitySettings,
  type Field,
  type Phase,
  type PlainSetting,
  type SettingGroup,
  type Standing,
} from '@convoke/domain';
import * as z from 'zod';
import { anonymityMode, typeAnonymity } from './call-settings';
import { callSlug } from './calls';
import { endpoint } from './endpoint';

const id = z.uuid();
const emergencies: readonly string[] = breakGlassSettings;
/** What may be opened or closed for a whole call; opening one paper in an emergency is never one of them. */
export const visibilitySetting = z.enum(
  visibilitySettings.filter((name): name is PlainSetting => !emergencies.includes(name)),
);
export type VisibilityName = z.infer<typeof visibilitySetting>;
export const reviewingStep = z.enum(['bids', 'discussion', 'response', 'metaReview']);
export type ReviewingStep = z.infer<typeof reviewingStep>;
export const presetName = z.enum(presetNames);
export type PresetName = z.infer<typeof presetName>;
/** Names of the rules, which stay on the server: the browser gets the names alone. */
const named = <T extends string>() => z.string() as unknown as z.ZodType<T, T>;
const seenField = named<Field>();
const seenBy = named<Standing>();
const seenAt = named<Phase>();

const steps = { bids: z.boolean(), discussion: z.boolean(), response: z.boolean(), metaReview: z.boolean() };
const switches = z.record(visibilitySetting, z.boolean());

/** What one setting decides: some fields, for some people, from one phase to another. */
const effect = z.object({ fields: z.array(seenField), who: z.array(seenBy), from: seenAt, to: seenAt });

export const settingView = z.object({
  name: visibilitySetting,
  group: named<SettingGroup>(),
  /** What it is unless somebody changes it. */
  usual: z.boolean(),
  /** Why it changes nothing in this call as it is; null = it does. */
  idle: z.enum(['anonymity', 'steps']).nullable(),
  effects: z.array(effect),
});
export type SettingView = z.infer<typeof settingView>;

/** `on` makes no sense unless `needs` is on too; null = not in a call of this anonymity. */
export const contradiction = z.object({
  on: z.union([visibilitySetting, reviewingStep]),
  needs: visibilitySetting.nullable(),
});
export type Contradiction = z.infer<typeof contradiction>;

const values = {
  anonymity: anonymityMode,
  ...steps,
  visibility: switches,
};

export const termsChange = z.object({
  at: z.iso.datetime(),
  by: z.string().nullable(),
  reason: z.string(),
  changed: z.array(z.object({ name: z.string(), from: z.string(), to: z.string() })),
});
export type TermsChange = z.infer<typeof termsChange>;

/** Who sees what in a call, as its chairs set it. */
export const visibilityView = z.object({
  version: z.number().int(),
  callName: z.string(),
  kind: z.enum(['conference', 'special_issue']),
  ...values,
  types: z.array(z.object({ id, name: z.string(), anonymity: typeAnonymity.nullable() })),
  settings: z.array(settingView),
  requirements: z.array(contradiction),
  presets: z.array(z.object({ name: presetName, ...values })),
  /** What is changed now asks for a reason. */
  needsReason: z.boolean(),
  /** Earlier changes, the latest first. */
  history: z.array(termsChange),
  can: z.object({ edit: z.boolean() }),
});
export type VisibilityView = z.infer<typeof visibilityView>;

/** Only what changes; what is left out stays. */
export const visibilityChange = z.strictObject({
  anonymity: anonymityMode.optional(),
  types: z
    .array(z.strictObject({ id, anonymity: typeAnonymity.nullable() }))
    .max(20)
    .default([]),
  bids: z.boolean().optional(),
  discussion: z.boolean().optional(),
  response: z.boolean().optional(),
  metaReview: z.boolean().optional(),
  visibility: z.partialRecord(visibilitySetting, z.boolean()).default({}),
});
export type VisibilityChange = z.input<typeof visibilityChange>;

/** Some people who would see more or less, of some submissions. */
export const sightChange = z.object({
  opens: z.boolean(),
  fields: z.array(seenField),
  who: seenBy,
  /** Null = at once; otherwise as soon as a submission comes that far. */
  from: seenAt.nullable(),
  /** Nothing that exists already opens: only what is handed in or written from then on. */
  onlyNew: z.boolean(),
  /** Null = everybody. */
  people: z.number().int().nullable(),
  submissions: z.number().int(),
  /** Papers or reviews that are there already and stay closed, because they were written under stricter terms. */
  kept: z.object({ what: z.enum(['papers', 'reviews']), count: z.number().int() }).nullable(),
});
export type SightChangeView = z.infer<typeof sightChange>;

export const visibilityPreview = z.object({
  changes: z.array(sightChange),
  contradictions: z.array(contradiction),
  needsReason: z.boolean(),
});
export type VisibilityPreview = z.infer<typeof visibilityPreview>;

const params = z.strictObject({ call: callSlug });

/** Who sees what in a call. */
export const visibilityApi = {
  get: endpoint({
    method: 'GET',
    path: '/api/calls/:call/visibility',
    summary: 'Returns who sees what in a call: anonymity, steps, and every setting with what it decides.',
    params,
    response: visibilityView,
  }),
  preview: endpoint({
    method: 'POST',
    path: '/api/calls/:call/visibility/preview',
    summary: 'Counts who would newly see what, and who no longer, if this were changed. Changes nothing.',
    params,
    body: visibilityChange,
    response: visibilityPreview,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/calls/:call/visibility',
    summary: 'Changes who sees what. Opens nothing that was written before; asks for a reason once there are reviews.',
    params,
    body: visibilityChange.extend({
      version: z.number().int().min(1),
      reason: z.string().trim().max(500).default(''),
    }),
    response: visibilityView,
  }),
};
