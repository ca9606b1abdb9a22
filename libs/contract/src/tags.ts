import * as z from 'zod';
import { tagPattern } from '@convoke/domain';
import { endpoint } from './endpoint';

/** `private`: its owner alone; `chairs`: who handles the submission; `committee`: reviewers and chairs. Never authors. */
export const tagScope = z.enum(['private', 'chairs', 'committee']);
export type TagScope = z.infer<typeof tagScope>;

/** A tag as it is typed; a hash before it is left out. */
export const tagName = z
  .string()
  .trim()
  .toLowerCase()
  .transform((typed) => typed.replace(/^#/, ''))
  .pipe(z.string().min(1).max(40).regex(tagPattern, 'tags.malformed'));

/** A tag that the viewer may read. */
export const tag = z.object({ name: z.string(), scope: tagScope });
export type Tag = z.infer<typeof tag>;

const typedTag = z.strictObject({ name: tagName, scope: tagScope });

export const changeTags = z.strictObject({
  submissions: z.array(z.uuid()).min(1).max(1000),
  add: z.array(typedTag).max(10).default([]),
  remove: z.array(typedTag).max(10).default([]),
});
export type ChangeTags = z.input<typeof changeTags>;

export const tagsApi = {
  change: endpoint({
    method: 'POST',
    path: '/api/calls/:call/tags',
    summary: 'Adds tags to submissions and takes tags away, for oneself, for chairs, or for reviewers and chairs.',
    params: z.strictObject({ call: z.string().min(1).max(100) }),
    body: changeTags,
    response: z.object({ submissions: z.array(z.object({ id: z.uuid(), tags: z.array(tag) })) }),
    status: 200,
  }),
};
