import { anonymityHints, type AnonymityHint, type NamedAuthor } from '@convoke/domain';
import { doApart } from '../platform/apart';
import { cleanDocx } from './clean-docx';
import { cleanPdf } from './clean-pdf';
import { readDocx } from './read-docx';
import { readPdf, type ReadDocument } from './read-pdf';
import { BrokenArchive } from './zip-archive';

/** What is done to a file apart from everything else. */
export interface FileAsk {
  readonly task: 'clean' | 'read' | 'hints';
  readonly kind: 'pdf' | 'docx';
  /** For hints: whose names to look for. */
  readonly authors?: readonly NamedAuthor[];
}
export type CleanAnswer =
  { readonly verdict: 'clean'; readonly pages: number | null } | { readonly verdict: 'encrypted' | 'broken' };
export type ReadAnswer = ReadDocument;
export type HintsAnswer = AnonymityHint[];

if (process.send)
  doApart(async ({ task, kind, authors = [] }: FileAsk, content) => {
    if (task === 'clean') return clean(kind, content);
    const text = await read(kind, content);
    return { answer: task === 'read' ? text : anonymityHints(authors, { ...text, paged: kind === 'pdf' }) };
  });

async function clean(kind: FileAsk['kind'], content: Buffer): Promise<{ answer: CleanAnswer; bytes?: Buffer }> {
  if (kind === 'docx') return cleanWord(content);
  const found = await cleanPdf(content);
  if (found.verdict !== 'clean') return { answer: { verdict: found.verdict } };
  return { answer: { verdict: 'clean', pages: found.pages }, bytes: found.copy };
}

function cleanWord(content: Buffer): { answer: CleanAnswer; bytes?: Buffer } {
  try {
    return { answer: { verdict: 'clean', pages: null }, bytes: cleanDocx(content) };
  } catch (error) {
    if (error instanceof BrokenArchive) return { answer: { verdict: 'broken' } };
    throw error;
  }
}

function read(kind: FileAsk['kind'], content: Buffer): Promise<ReadAnswer> | ReadAnswer {
  return kind === 'docx' ? readDocx(content) : readPdf(content);
}
