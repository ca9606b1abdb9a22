import { countWords } from './words';

/** Headings of a reference list, without accents and in lower case: English, German, Italian, French, Spanish, Portuguese. */
const HEADINGS = new Set(
  [
    'references, reference list, list of references, bibliography, works cited, cited works, literature, literature cited',
    'cited literature, references and notes, notes and references, references cited, bibliographic references',
    'bibliographical references, sources',
    'literatur, literaturverzeichnis, literaturliste, literaturangaben, quellen, quellenverzeichnis, referenzen',
    'literatur und quellen, quellen und literatur, quellen- und literaturverzeichnis, zitierte literatur, bibliographie, bibliografie',
    'riferimenti, riferimenti bibliografici, bibliografia, opere citate, letteratura citata, fonti, sitografia',
    'bibliografia e sitografia, note bibliografiche, bibliografia citata',
    'references bibliographiques, ouvrages cites, liste de references, liste des references, bibliographie et sitographie',
    'referencias, referencias bibliograficas, obras citadas, fuentes, lista de referencias, bibliografia citada',
    'lista de referencias bibliograficas, fontes, obras consultadas',
  ].flatMap((line) => line.split(', ')),
);
const QUALIFIER =
  /^(selected|select|key|main|essential|basic|short|ausgewahlte|wichtige|kurze|principales?|principais|sucinta) | (selected|essenziale|essenziali|selezionata|principale|principali|selectionnee|sommaire|esencial|basica|seleccionada|essencial|principales|principais)$/;

/** Things only a reference has: a year of publication, or a place on the web. */
const SIGNS =
  /(?<![\d.])(?:1[5-9]|20)\d\d[a-z]?(?!\d)|https?:\/\/|\bwww\.|\bdoi\b|\barxiv\b|\bisbn\b|\bn\.\s?d\.|\bs\.\s?d\.|\bo\.\s?J\.|\bin press\b|\bforthcoming\b/giu;
const MARKER = /^(?:\[[\p{L}\p{N}+]{1,8}\]|\(\d{1,3}\)|\d{1,3}[.)]|[•·*–-])\s/u;
const WEB = /^(?:https?:\/\/|www\.|doi\b)/iu;
const SURNAME = "(?:\\p{Ll}[\\p{L}'’]{0,5}\\s){0,2}\\p{Lu}[\\p{L}'’-]{1,40}(?:\\s\\p{Lu}[\\p{L}'’-]{1,40}){0,2}";
/** "Ferri, A." · "Ferri, Ada" · "Ferri A., Menon R." · "A. Ferri" */
const AUTHOR = new RegExp(
  `^(?:${SURNAME},\\s\\p{Lu}|${SURNAME}\\s\\p{Lu}{1,3}\\.?[,.:(]|(?:\\p{Lu}\\.[\\s-]?){1,3}${SURNAME}[,.(])`,
  'u',
);
/** "European Commission (2013)": a body, then a year in brackets, soon. */
const BODY = /^\p{Lu}[^.]{1,100}\((?:1[5-9]|20)\d\d[a-z]?\)/u;

const LONG = 25;
const WORDS_PER_SIGN = 60;

type BlockKind = 'heading' | 'reference' | 'unclear' | 'prose';
interface Block {
  readonly kind: BlockKind;
  readonly start: number;
  readonly words: number;
  /** A reference without doubt: opens like one and carries a year or an address. */
  readonly certain: boolean;
}

/**
 * Where the reference list begins: the first heading that is followed only by reference-like text, or null. Text that
 * goes on after the references (an appendix, say) makes it null: better to count too much and let the author correct it.
 */
export function referenceListStart(text: string): number | null {
  return startIn(blocksOf(text));
}

/** Where a list without heading seems to begin: three or more certain references at the end. Only ever a proposal. */
export function proposedListStart(text: string): number | null {
  const blocks = blocksOf(text);
  let first = blocks.length;
  while (first > 0 && blocks[first - 1]?.certain) first -= 1;
  const start = blocks[first]?.start ?? 0;
  return blocks.length - first >= 3 && start > 0 ? start : null;
}

function startIn(blocks: readonly Block[]): number | null {
  let found: number | null = null;
  let total = 0;
  let unclear = 0;
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const block = blocks[index] as Block;
    if (block.kind === 'prose') break;
    if (block.kind === 'heading') {
      if (unclear <= Math.max(15, total / 4)) found = block.start;
      continue;
    }
    total += block.words;
    if (block.kind === 'unclear') unclear += block.words;
  }
  return found;
}

/** The text as headings and paragraphs; a line that opens like a reference begins a paragraph of its own. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  let parts: string[] = [];
  const close = (): void => {
    if (parts.length > 0) blocks.push(blockOf(parts.join(' '), start));
    parts = [];
  };
  for (const { line, offset } of linesOf(text)) {
    const trimmed = line.trim().replace(/\s+/gu, ' ');
    const rest = trimmed === '' ? null : afterHeading(trimmed);
    if (trimmed === '' || rest !== null || opens(trimmed)) close();
    if (trimmed === '') continue;
    if (rest !== null) blocks.push({ kind: 'heading', start: offset, words: 0, certain: false });
    if (rest === '') continue;
    if (parts.length === 0) start = offset;
    parts.push(rest ?? trimmed);
  }
  close();
  return blocks;
}

function* linesOf(text: string): Generator<{ line: string; offset: number }> {
  let offset = 0;
  while (offset < text.length) {
    const end = text.indexOf('\n', offset);
    const stop = end === -1 ? text.length : end;
    const line = text.slice(offset, stop);
    yield { line, offset: offset + (line.length - line.trimStart().length) };
    offset = stop + 1;
  }
}

function blockOf(entry: string, start: number): Block {
  const words = countWords(entry);
  const signs = entry.match(SIGNS)?.length ?? 0;
  const density = densityOf(entry);
  const enough = signs * WORDS_PER_SIGN >= words;
  const certain = opens(entry) && signs > 0 && enough && density >= 0.25;
  const weak = words < LONG && (opens(entry) || signs > 0) && density >= 0.3;
  const prose = words >= LONG && (density < 0.2 || !enough);
  return { kind: certain || weak ? 'reference' : prose ? 'prose' : 'unclear', start, words, certain };
}

/** Share of the words that begin with a capital or a digit: names, titles, years, volumes, pages. */
function densityOf(entry: string): number {
  let all = 0;
  let high = 0;
  for (const [token] of entry.matchAll(/\S+/gu)) {
    if (!/[\p{L}\p{N}]/u.test(token)) continue;
    all += 1;
    if (/^[^\p{L}\p{N}]*[\p{Lu}\p{Lo}\p{N}]/u.test(token) || /^[([<]*(?:https?:|www\.|doi)/iu.test(token)) high += 1;
  }
  return all === 0 ? 0 : high / all;
}

function opens(line: string): boolean {
  return MARKER.test(line) || WEB.test(line) || AUTHOR.test(line) || BODY.test(line);
}

/** Null if the line is no heading; '' if it is only that; else the reference that follows on the same line. */
function afterHeading(line: string): string | null {
  if (line.length <= 80 && isReferenceHeading(line)) return '';
  const runIn = /^([^:]{3,40}):[*_\s]*(\S.*)$/su.exec(line.slice(0, 400));
  if (!runIn?.[1] || !runIn[2] || !isReferenceHeading(runIn[1]) || !opens(runIn[2])) return null;
  return line.slice(runIn[0].length - runIn[2].length);
}

/** Whether a line by itself says that references follow, in any of six languages. */
export function isReferenceHeading(line: string): boolean {
  const bare = line
    .replace(/^\\(?:section|chapter|subsection)\*?\{(.*)\}$/u, '$1')
    .replace(/^[#>*_=\s]+|[#*_=\s.:]+$/gu, '')
    .replace(/^(?:§\s?)?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,5}|[A-Z])[.):]?\s+(?=\S)/u, '')
    .replace(/^[*_]+|[*_]+$/gu, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\s+/gu, ' ')
    .toLowerCase();
  return HEADINGS.has(bare) || HEADINGS.has(bare.replace(QUALIFIER, ''));
}
