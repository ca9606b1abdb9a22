import * as z from 'zod';
import { endpoint } from './endpoint';
import { recordQuery } from './records';

/** What a chair takes along as a table. */
export const exportTable = z.enum(['submissions', 'authors', 'reviews', 'decisions', 'committee']);
export type ExportTable = z.infer<typeof exportTable>;

export const exportFormat = z.enum(['csv', 'xlsx']);
export type ExportFormat = z.infer<typeof exportFormat>;

/** Which submissions: those of a list, or of these numbers in it (“1-4,9”). The committee is always all of it. */
export const exportQuery = recordQuery.extend({
  papers: z
    .string()
    .max(6000)
    .regex(/^\d{1,9}(-\d{1,9})?(,\d{1,9}(-\d{1,9})?)*$/)
    .optional(),
});
export type ExportQuery = z.infer<typeof exportQuery>;

/** What a file will hold, before it is made. */
export const exportPlan = z.object({
  /** Submissions it speaks of; people in the case of the committee. */
  count: z.number().int(),
  columns: z.array(z.string()),
  /** Columns that are not in it because the viewer may see them of none of these. */
  leftOut: z.array(z.string()),
});
export type ExportPlan = z.infer<typeof exportPlan>;

export const papersPlan = z.object({
  submissions: z.number().int(),
  files: z.number().int(),
  bytes: z.number().int(),
  /** Numbers of submissions of which there is no file for the viewer. */
  without: z.array(z.number().int()),
  /** Whether some are the copies that reviewers get, because the viewer may not see the originals. */
  copies: z.boolean(),
  /** More than this is no archive: take fewer. */
  limit: z.object({ files: z.number().int(), bytes: z.number().int() }),
});
export type PapersPlan = z.infer<typeof papersPlan>;

const slug = z.string().min(1).max(100);
const ofCall = z.strictObject({ call: slug });

export const exportsApi = {
  plan: endpoint({
    method: 'GET',
    path: '/api/calls/:call/exports/:table',
    summary: 'Says what a table of submissions, authors, reviews, decisions or the committee would hold.',
    params: z.strictObject({ call: slug, table: exportTable }),
    query: exportQuery,
    response: exportPlan,
  }),
  table: endpoint({
    method: 'GET',
    path: '/api/calls/:call/exports/:table/:format',
    summary: 'Downloads a table, with exactly what the viewer may see.',
    params: z.strictObject({ call: slug, table: exportTable, format: exportFormat }),
    query: exportQuery,
    status: 200,
    stream: 'file',
  }),
  papersPlan: endpoint({
    method: 'GET',
    path: '/api/calls/:call/paper-exports',
    summary: 'Says how many files a download of papers would hold.',
    params: ofCall,
    query: exportQuery,
    response: papersPlan,
  }),
  papers: endpoint({
    method: 'GET',
    path: '/api/calls/:call/paper-exports/zip',
    summary: 'Downloads the papers of a selection: as sent for who may see that, otherwise the copies of reviewers.',
    params: ofCall,
    query: exportQuery,
    status: 200,
    stream: 'file',
  }),
  myPapers: endpoint({
    method: 'GET',
    path: '/api/me/reviews/papers',
    summary: 'Downloads the papers one reviews, as reviewers get them, with a form for each.',
    status: 200,
    stream: 'file',
  }),
};
