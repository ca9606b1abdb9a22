import { cleanDocx } from './clean-docx';
import type { ReadDocument } from './read-pdf';
import { readXml } from './xml-edit';
import { rewriteArchive } from './zip-archive';

/** The text of a Word document as its reviewers read it, paragraph by paragraph, and whom its properties name. */
export function readDocx(document: Buffer): ReadDocument {
  const parts = new Map<string, string>();
  const named: string[] = [];
  const links: { page: number; url: string }[] = [];
  rewriteArchive(document, (name, read) => {
    if (name === 'docProps/core.xml') named.push(...peopleIn(read().toString('utf8')));
    return 'leave_out';
  });
  rewriteArchive(cleanDocx(document), (name, read) => {
    if (/^word\/(document|footnotes|endnotes|header\d*|footer\d*)\.xml$/.test(name)) parts.set(name, textOf(read()));
    if (name === 'word/_rels/document.xml.rels') links.push(...linksIn(read().toString('utf8')));
    return 'leave_out';
  });
  const main = parts.get('word/document.xml') ?? '';
  const rest = [...parts].filter(([name]) => name !== 'word/document.xml').map(([, text]) => text);
  return { pages: [[main, ...rest].join('\n')], links, named: [...new Set(named)] };
}

/** A paragraph, a line break and a table row end a line. */
function textOf(part: Buffer): string {
  let text = '';
  readXml(part.toString('utf8'), {
    open: ({ local }) => {
      if (local === 'p' || local === 'br' || local === 'cr') text += '\n';
      if (local === 'tab') text += '\t';
    },
    text: (words, within) => {
      if (within === 't') text += words;
    },
  });
  return text;
}

function peopleIn(core: string): string[] {
  const people: string[] = [];
  readXml(core, {
    open: () => undefined,
    text: (words, within) => {
      if ((within === 'creator' || within === 'lastModifiedBy') && words.trim() !== '') people.push(words.trim());
    },
  });
  return people;
}

function linksIn(relations: string): { page: number; url: string }[] {
  const links: { page: number; url: string }[] = [];
  readXml(relations, {
    open: ({ attributes }) => {
      if (attributes.get('TargetMode') === 'External') links.push({ page: 1, url: attributes.get('Target') ?? '' });
    },
    text: () => undefined,
  });
  return links;
}
