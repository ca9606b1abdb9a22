import { rewriteArchive } from './zip-archive';

const empty: Readonly<Record<string, string>> = {
  'docProps/core.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  'docProps/app.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
  'docProps/custom.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
  'word/people.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>',
};

/** Parts whose tracked changes and comments carry the name of whoever wrote them. */
const written = /^word\/(document|comments[A-Za-z]*|footnotes|endnotes|header\d*|footer\d*)\.xml$/;
const authorAttribute = /\s(w:author|w:initials|w15:author|w15:userId)="[^"]*"/g;

/** A copy of a Word document without its properties and without names on comments and tracked changes. The text stays. */
export function cleanDocx(document: Buffer): Buffer {
  return rewriteArchive(document, (name, read) => {
    const replacement = empty[name];
    if (replacement !== undefined) return Buffer.from(replacement);
    if (!written.test(name)) return null;
    return Buffer.from(
      read()
        .toString('utf8')
        .replace(authorAttribute, (_, attribute: string) => ` ${attribute}=""`),
    );
  });
}
