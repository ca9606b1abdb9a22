import fc from 'fast-check';
import { Refusal } from '../refusal';
import { moveCut, requireWordLimit, wordCount } from './wordCount';
import { countWords } from './words';

const prose = (words: number): string =>
  Array.from({ length: words }, (_, n) => (n % 12 === 11 ? 'services.\n' : 'value')).join(' ');
/** One reference of exactly ten words. */
const reference = (n: number): string =>
  `Osborne, S. P. (20${10 + (n % 10)}). Managing Public Services ${n}. London Routledge.`;
const references = (entries: number, join = '\n'): string =>
  Array.from({ length: entries }, (_, n) => reference(n)).join(join);
const withList = (heading: string, body = prose(60), list = references(6)): string => `${body}\n\n${heading}\n${list}`;
const cutOf = (text: string): string | null => {
  const { cutAt } = wordCount(text);
  return cutAt === null ? null : (text.slice(cutAt).split('\n')[0] ?? '');
};

describe('a word', () => {
  it.each([
    ['', 0],
    ['  \n\t ', 0],
    ['public services', 2],
    ['co-production is well-known', 3],
    ["don't l'innovazione", 2],
    ['in 2016, 1,000 people (3.5 %)', 5],
    ['see https://example.org/a-b?c=d and ada@example.org', 4],
    ['theory — practice', 2],
    ['theory—practice', 2],
    ['and/or – & … *', 1],
    ['Zürich Coöperatie naïve e\u0301tude', 4],
    ['公共サービス', 6],
    ['公共 services 2016', 4],
    ['공공 서비스 혁신', 3],
    ['Служба услуг', 2],
    ['one\u00A0two\u200Bthree', 3],
  ])('"%s" has %i', (text, words) => expect(countWords(text)).toBe(words));
});

describe('the limit', () => {
  it('lets 1000 words and 300 words of references pass', () => {
    const text = withList('References', prose(1000), references(30));
    expect(requireWordLimit(text, 1000)).toMatchObject({ words: 1000, referenceWords: 301, how: 'heading' });
  });

  it('refuses 1001 words and says by how many', () => {
    try {
      requireWordLimit(withList('References', prose(1001), references(30)), 1000);
      throw new Error('it passed');
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      expect(error).toMatchObject({ code: 'word_limit', facts: { words: 1001, limit: 1000, over: 1 } });
    }
  });

  it('counts everything when there is no list', () => {
    expect(wordCount(prose(1001))).toEqual({
      words: 1001,
      referenceWords: 0,
      cutAt: null,
      how: 'none',
      proposedAt: null,
    });
  });
});

describe('the heading of the list', () => {
  it.each([
    ...['References', 'REFERENCES', 'References:', '7. References', '7 References', 'VII. REFERENCES', '## References'],
    ...['**References**', '__References__', '## 7. **References**', '\\section*{References}', '  References  '],
    ...['Bibliography', 'Works cited', 'Selected references', 'References and notes', 'List of References'],
    ...['Literatur', 'Literaturverzeichnis', 'Quellen', 'Ausgewählte Literatur', 'Quellen- und Literaturverzeichnis'],
    ...['Riferimenti', 'Riferimenti bibliografici', 'Bibliografia', 'Bibliografia essenziale', 'Sitografia'],
    ...['Références', 'Références bibliographiques', 'Bibliographie', 'BIBLIOGRAPHIE :', 'Ouvrages cités'],
    ...['Referencias', 'Referencias bibliográficas', 'Bibliografía', 'Obras citadas'],
    ...['Referências', 'Referências bibliográficas', 'REFERÊNCIAS', 'Re\u0301fe\u0301rences'],
  ])('is found: %s', (heading) => {
    expect(cutOf(withList(heading))?.trim()).toBe(heading.trim());
    expect(wordCount(withList(heading)).words).toBe(60);
  });

  it.each(['We use references', 'The literature', 'References show that', 'Preferences', 'Resources', 'Quellcode'])(
    'is not seen in "%s"',
    (line) => expect(wordCount(withList(line)).how).toBe('none'),
  );

  it('is the one before the list, not the same word above body text', () => {
    const text = `References\n${prose(60)}\n\nReferences\n${references(5)}`;
    expect(wordCount(text)).toMatchObject({ words: 61, cutAt: text.lastIndexOf('References') });
  });

  it('holds for two lists in a row', () => {
    const text = `${prose(40)}\n\nReferences\n${references(4)}\n\nSitografia\nhttps://example.org/a\nhttps://example.org/b`;
    expect(cutOf(text)).toBe('References');
  });

  it('may stand in the line of the first reference', () => {
    expect(wordCount(`${prose(30)}\nReferences: ${reference(1)}\n${reference(2)}`)).toMatchObject({ words: 30 });
  });

  it('cuts while the list is still being typed', () => {
    expect(wordCount(`${prose(30)}\n\nReferences`).words).toBe(30);
    expect(wordCount(`${prose(30)}\n\nReferences\nOsb`).words).toBe(30);
  });
});

describe('what follows the heading decides', () => {
  it('no cut where body text follows the word', () => {
    expect(wordCount(`${prose(20)}\n\nReferences\n\n${prose(100)}`).how).toBe('none');
  });

  it('no cut where the text goes on after the list', () => {
    expect(wordCount(`${withList('References')}\n\nAppendix\n\n${prose(80)}`).how).toBe('none');
  });

  it('no cut where prose with citations follows', () => {
    const cited =
      'As Osborne (2010) says, the users of a service take part in making it and so do many others in the city today.';
    expect(wordCount(`${prose(20)}\n\nReferences\n\n${cited} ${cited}`).how).toBe('none');
  });

  it('no cut for many short lines of prose', () => {
    expect(wordCount(`${prose(20)}\n\nReferences\n${'the users take part in it\n\n'.repeat(20)}`).how).toBe('none');
  });

  it.each([
    [
      'numbered',
      '[1] A. Ferri and R. Menon, "Services in use," Gov. Inf. Q., vol. 3, pp. 1–9, 2014.\n[2] M. Nowak, Data, 2015.',
    ],
    ['Vancouver', '1. Ferri A, Menon R. Services in use. Gov Inf Q. 2014;3:1-9.\n2. Nowak M. Open data. Oxford; 2015.'],
    [
      'a public body',
      'European Commission (2013). A vision for public services. Brussels.\nOECD (2011). Together. Paris.',
    ],
    [
      'Italian',
      'Foucault M., Sorvegliare e punire, Einaudi, Torino, 1976\nde Certeau, M. (2001). L’invenzione del quotidiano. Lavoro.',
    ],
    [
      'German',
      'Müller, K. (2012): Die Verwaltung und ihre Bürger. In: Verwaltung & Management, S. 12–14.\nWeber, M. (1922): Wirtschaft.',
    ],
    [
      'wrapped lines',
      `Alford, J. (2009). Engaging public sector clients: from service\ndelivery to co-production. Palgrave,\nLondon.\n${references(2)}`,
    ],
    ['one paragraph', references(20, ' ')],
    ['addresses', 'https://example.org/report\nhttps://example.org/data'],
  ])('cuts before a list in the style: %s', (_, list) => {
    expect(wordCount(withList('References', prose(50), list))).toMatchObject({ words: 50, how: 'heading' });
  });
});

describe('a list without heading', () => {
  it('is proposed, never cut', () => {
    const text = `${prose(60)}\n\n${references(4)}`;
    expect(wordCount(text)).toMatchObject({
      words: 100,
      cutAt: null,
      how: 'none',
      proposedAt: text.indexOf('Osborne'),
    });
  });

  it('is not proposed for fewer than three references, nor for a text of nothing else', () => {
    expect(wordCount(`${prose(60)}\n\n${references(2)}`).proposedAt).toBeNull();
    expect(wordCount(references(5)).proposedAt).toBeNull();
  });
});

describe("the author's correction", () => {
  const text = withList('References');

  it('wins over the heading', () => {
    expect(wordCount(text, { cutAt: null })).toMatchObject({
      words: 121,
      referenceWords: 0,
      cutAt: null,
      how: 'author',
    });
    expect(wordCount(text, { cutAt: 11 })).toMatchObject({ words: 2, how: 'author', cutAt: 11 });
  });

  it('stays within the text', () => {
    expect(wordCount('one two', { cutAt: 99 })).toMatchObject({ words: 2, cutAt: 7 });
    expect(wordCount('one two', { cutAt: -1 })).toMatchObject({ words: 0, cutAt: 0 });
  });

  it('moves along with edits before it and stays with edits after it', () => {
    const cut = text.indexOf('References');
    expect(moveCut(text, `New. ${text}`, cut)).toBe(cut + 5);
    expect(moveCut(text, `${text} New.`, cut)).toBe(cut);
  });
});

describe('for any text', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'References',
      'Bibliografia',
      '## Literatur',
      '',
      reference(1),
      reference(2),
      prose(30),
      'Appendix',
    ),
    fc.lorem({ maxCount: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  );
  const text = fc.array(line, { maxLength: 25 }).map((lines) => lines.join('\n'));
  const cutAt = fc.option(fc.integer({ min: 0, max: 2000 }), { nil: null });

  it('more text never has fewer words', () => {
    fc.assert(fc.property(text, text, (a, b) => countWords(a + b) >= Math.max(countWords(a), countWords(b))));
    fc.assert(fc.property(text, text, (a, b) => countWords(`${a} ${b}`) === countWords(a) + countWords(b)));
  });

  it('the cut lies in the text, at the start of a line, and loses no word', () => {
    fc.assert(
      fc.property(text, (t) => {
        const { words, referenceWords, cutAt: cut, how } = wordCount(t);
        expect(words + referenceWords).toBe(countWords(t));
        expect(cut === null).toBe(how === 'none');
        if (cut !== null) expect(t.slice(0, cut)).toMatch(/(^|\n)\s*$/);
      }),
    );
  });

  it('the kind and amount of white space changes nothing', () => {
    fc.assert(
      fc.property(text, (t) => {
        const spaced = t.replaceAll('\n', ' \t\r\n').replaceAll(' ', '  ');
        const [a, b] = [wordCount(t), wordCount(spaced)];
        expect([b.words, b.referenceWords, b.how]).toEqual([a.words, a.referenceWords, a.how]);
      }),
    );
  });

  it('the correction is respected', () => {
    fc.assert(
      fc.property(text, cutAt, (t, cut) => {
        const count = wordCount(t, { cutAt: cut });
        expect(count.how).toBe('author');
        expect(count.cutAt).toBe(cut === null ? null : Math.min(cut, t.length));
        expect(count.words).toBe(countWords(cut === null ? t : t.slice(0, cut)));
      }),
    );
  });

  it.each([
    ['prose', prose(170_000)],
    ['headings only', 'References\n'.repeat(95_000)],
    ['one endless word', 'a'.repeat(1_000_000)],
    ['one endless line of capitals', 'A. '.repeat(333_000)],
    ['references', references(20_000)],
    ['spaces', ' '.repeat(1_000_000)],
    ['stars', '*'.repeat(1_000_000)],
    ['brackets', '[1'.repeat(500_000)],
  ])('a megabyte of %s takes well under two seconds', (_, megabyte) => {
    const before = performance.now();
    wordCount(megabyte);
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
