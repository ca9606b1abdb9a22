import { doApart } from '../platform/apart';
import { cleanDocx } from './clean-docx';
import { cleanPdf } from './clean-pdf';
import { readDocx } from './read-docx';
import { readPdf, type ReadDocument } from './read-pdf';
import { BrokenArchive } from './zip-archive';

/** What is done to a file apart from everything else. */
export type FileAsk = { readonly task: 'clean' | 'read'; readonly kind: 'pdf' | 'docx' };
export type CleanAnswer =
  { readonly verdict: 'clean'; readonly pages: number | null } | { readonly verdict: 'encrypted' | 'broken' };
export type ReadAnswer = ReadDocument;

if (process.send) doApart(({ task, kind }: FileAsk, content) => (task === 'clean' ? clean : read)(kind, content));

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

async function read(kind: FileAsk['kind'], content: Buffer): Promise<{ answer: ReadAnswer }> {
  return { answer: kind === 'docx' ? readDocx(content) : await readPdf(content) };
}
