import { join } from 'node:path';
import { visibilityDocument, writtenDocument } from './visibility-doc';

it('docs/visibility.md says what the table of visibility says', () => {
  expect(writtenDocument(join(__dirname, '..'))).toBe(visibilityDocument());
});
