import { BrokenArchive } from './zip-archive';

export interface XmlElement {
  /** Without its prefix: who writes `ns0:del` for `w:del` means the same. */
  readonly local: string;
  /** By local name; `xmlns` declarations are not among them. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** What becomes of an element: left out with all that is in it, taken away around its content, or kept with these attributes. */
export type XmlVerdict = 'drop' | 'unwrap' | 'keep' | { readonly set: Readonly<Record<string, string | null>> };

export interface XmlRules {
  element(element: XmlElement): XmlVerdict;
  /** The text as it shall be, escaped as it came; `within` is the local name of the element around it. */
  text?(text: string, within: string): string;
}

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([^\s/>!?]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|[^<]+/gy;
const attribute = /\s+([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')/g;

/** Edits a document without building it in memory: what no rule touches stays byte by byte. Remarks are left out. */
export function editXml(xml: string, rules: XmlRules): string {
  const out: string[] = [];
  const open: { name: string; local: string; verdict: XmlVerdict }[] = [];
  let dropped = 0;
  let end = 0;
  for (const match of xml.matchAll(token)) {
    end = match.index + match[0].length;
    const [whole, closing, name, attributes = '', selfClosing] = match;
    if (name === undefined) {
      if (whole.startsWith('<!--') || (whole.startsWith('<?') && !whole.startsWith('<?xml '))) continue;
      if (dropped === 0) out.push(rules.text && open.length > 0 ? rules.text(whole, open.at(-1)?.local ?? '') : whole);
      continue;
    }
    if (closing) {
      const last = open.pop();
      if (last?.name !== name) throw new BrokenArchive('not well formed');
      if (last.verdict === 'drop') dropped -= 1;
      else if (dropped === 0 && last.verdict !== 'unwrap') out.push(whole);
      continue;
    }
    const local = localOf(name);
    const verdict = dropped > 0 ? 'keep' : rules.element({ local, attributes: attributesOf(attributes) });
    if (dropped === 0 && verdict !== 'drop' && verdict !== 'unwrap')
      out.push(verdict === 'keep' ? whole : `<${name}${changed(attributes, verdict.set)}${selfClosing}>`);
    if (selfClosing) continue;
    open.push({ name, local, verdict });
    if (verdict === 'drop') dropped += 1;
  }
  // a document type could define what the rules never see
  if (end !== xml.length || open.length > 0) throw new BrokenArchive('not well formed');
  return out.join('');
}

/** The text of the elements that hold it, in order; `read` sees each element as it opens and each text. */
export function readXml(
  xml: string,
  read: { open(element: XmlElement): void; text(text: string, within: string): void },
) {
  editXml(xml, {
    element: (element) => {
      read.open(element);
      return 'keep';
    },
    text: (text, within) => {
      read.text(unescaped(text), within);
      return text;
    },
  });
}

function attributesOf(text: string): Map<string, string> {
  const all = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(attribute))
    if (!name.startsWith('xmlns')) all.set(localOf(name), unescaped(value.slice(1, -1)));
  return all;
}

function changed(text: string, set: Readonly<Record<string, string | null>>): string {
  return text.replace(attribute, (whole: string, name: string) => {
    const value = name.startsWith('xmlns') ? undefined : set[localOf(name)];
    if (value === undefined) return whole;
    return value === null ? '' : ` ${name}="${escaped(value)}"`;
  });
}

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole: string, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
