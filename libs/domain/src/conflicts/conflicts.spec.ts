import { organisationOf } from './addresses';
import { afterSettled, type Conflict, declaredState, isConflicted, maySettle, mayTakeBack } from './conflict';
import { type ConflictAuthor, ConflictFinder, type ConflictPaper, type ConflictPerson, type Relation } from './find';
import { declarationFlags } from './gaming';
import { handlerFor, type HandlerQuestion } from './handler';
import { institutionKeys } from './institutions';
import { nameKey, parseNamed } from './names';

const ada: ConflictAuthor = {
  personId: 'ada',
  name: 'Ada Ferri',
  address: 'ada.ferri@di.unimi.it',
  affiliation: 'Università di Milano',
  relations: [],
};
const bruno: ConflictAuthor = {
  personId: null,
  name: 'Bruno Conti',
  address: 'bruno@gmail.com',
  affiliation: '',
  relations: [],
};
const paper: ConflictPaper = { authors: [ada, bruno], contactIds: ['carla'] };
const ravi: ConflictPerson = {
  personId: 'ravi',
  name: 'Ravi Menon',
  addresses: ['ravi@iisc.ac.in'],
  affiliations: ['Indian Institute of Science'],
  relations: [],
  coAuthors: [],
};
const near = (kind: Relation['kind'], name: string, affiliation = '', address = ''): Relation => ({
  kind,
  name,
  affiliation,
  address,
});

describe('what the machine finds', () => {
  const found = (person: Partial<ConflictPerson>, to = paper): string[] =>
    new ConflictFinder([{ ...ravi, ...person }])
      .of(to)
      .flatMap(({ kind, state, evidence }) => [
        `${kind} ${state}`,
        ...evidence.map(({ reason, author, what }) => `${reason}/${author}/${what}`),
      ]);

  it.each<[string, Partial<ConflictPerson>, string[]]>([
    ['nothing between strangers', {}, []],
    ['the author', { personId: 'ada' }, ['same_person blocking', 'author/Ada Ferri/']],
    [
      'the author under another account, by an address',
      { addresses: ['x@y.org', 'Bruno@Gmail.com'] },
      ['same_person blocking', 'address/Bruno Conti/bruno@gmail.com'],
    ],
    ['the contact who is no author', { personId: 'carla' }, ['same_person blocking', 'contact//']],
    ['a namesake, only to be looked at', { name: 'CONTI, Bruno' }, ['same_person suggested', 'name/Bruno Conti/']],
    [
      'a co-author of the last years',
      { coAuthors: [{ personId: 'ada', address: '', where: 'ITAIS 2015' }] },
      ['co_author blocking', 'co_author/Ada Ferri/ITAIS 2015'],
    ],
    [
      'a co-author who is known by address alone',
      { coAuthors: [{ personId: null, address: 'bruno@gmail.com', where: 'ITAIS 2015' }] },
      ['co_author blocking', 'co_author/Bruno Conti/ITAIS 2015'],
    ],
    [
      'the same organisation by address',
      { addresses: ['x@law.unimi.it'] },
      ['domain suggested', 'domain/Ada Ferri/unimi.it'],
    ],
    [
      'the same institution in another spelling',
      { affiliations: ['Dept. of Law, Milan University'] },
      ['institution suggested', 'institution/Ada Ferri/Università di Milano'],
    ],
    [
      'both, named by the stronger',
      { addresses: ['x@unimi.it'], affiliations: ['University of Milan'] },
      ['institution suggested', 'institution/Ada Ferri/Università di Milano', 'domain/Ada Ferri/unimi.it'],
    ],
    ['nothing by a public mailbox', { addresses: ['someone@gmail.com'] }, []],
    ['nothing by an empty affiliation', { affiliations: [''] }, []],
    [
      'an advisor named with the institution',
      { relations: [near('advisor', 'Ferri, Ada', 'University of Milan')] },
      ['advisor blocking', 'by_member/Ada Ferri/Ferri, Ada (University of Milan)'],
    ],
    [
      'a collaborator of that name, who may be somebody else',
      { relations: [near('collaborator', 'Ada Ferri')] },
      ['collaborator suggested', 'by_member/Ada Ferri/Ada Ferri'],
    ],
    [
      'not a namesake elsewhere, but the chair is asked',
      { relations: [near('advisor', 'Ada Ferri', 'University of Lagos')] },
      ['advisor suggested', 'by_member/Ada Ferri/Ada Ferri (University of Lagos)'],
    ],
    [
      'a collaborator by address',
      { relations: [near('collaborator', 'B. C.', '', 'bruno@gmail.com')] },
      ['collaborator blocking', 'by_member/Bruno Conti/B. C. (bruno@gmail.com)'],
    ],
    [
      'an institution the member asked to be kept from',
      { relations: [near('institution', '', 'University of Milan')] },
      ['institution blocking', 'by_member/Ada Ferri/University of Milan'],
    ],
  ])('%s', (_, person, expected) => expect(found(person)).toEqual(expected));

  it('what the author’s profile says of the member', () => {
    const author = { ...ada, relations: [near('advisor', 'Ravi Menon', 'IISc')] };
    expect(found({}, { ...paper, authors: [author] })).toEqual([
      'advisor blocking',
      'by_author/Ada Ferri/Ravi Menon (IISc)',
    ]);
  });

  it('compares ten thousand papers with five thousand people in seconds', () => {
    const town = (n: number): string => `University of Town ${n % 400}`;
    const people = Array.from({ length: 5000 }, (_, n) => ({
      ...ravi,
      personId: `m${n}`,
      name: `Given${n} Family${n}`,
      addresses: [`m${n}@town${n % 400}.edu`],
      affiliations: [town(n)],
    }));
    const finder = new ConflictFinder(people);
    const begin = process.hrtime.bigint();
    let suggested = 0;
    for (let n = 0; n < 10_000; n += 1) {
      const authors = [0, 1, 2].map((i) => ({
        ...bruno,
        name: `A${n} B${i}`,
        address: `a${n}-${i}@x.org`,
        affiliation: town(n + i),
      }));
      suggested += finder.of({ authors, contactIds: [] }).length;
    }
    expect(suggested).toBeGreaterThan(100_000);
    expect(Number(process.hrtime.bigint() - begin) / 1e9).toBeLessThan(20);
  });
});

describe('an address', () => {
  it.each([
    ['a@di.unimi.it', 'unimi.it'],
    ['a@cs.ox.ac.uk', 'ox.ac.uk'],
    ['a@cs.cam.ac.uk', 'cam.ac.uk'],
    ['a@stud.uni-lj.si', 'uni-lj.si'],
    ['a@med.kyoto-u.ac.jp', 'kyoto-u.ac.jp'],
    ['a@gmail.com', null],
    ['A@Yahoo.co.uk', null],
    ['nothing', null],
    ['a@', null],
    ['a@localhost', null],
  ])('%s belongs to %s', (address, organisation) => expect(organisationOf(address)).toBe(organisation));
});

describe('two spellings of an institution', () => {
  const same = (a: string, b: string): boolean => institutionKeys(b).some((key) => institutionKeys(a).includes(key));

  it.each([
    ['University of Milan', 'Università degli Studi di Milano'],
    ['Univ. of Milan', 'Milan University'],
    ['U. of Insubria, Italy', 'Università dell’Insubria'],
    ['The University of Milan.', 'UNIVERSITA’ DI MILANO'],
    ['Department of Informatics, University of Milan, Milan, Italy', 'Università di Milano'],
    ['MIT', 'Massachusetts Institute of Technology, Cambridge, USA'],
    ['ETH', 'Swiss Federal Institute of Technology Zurich'],
    ['TU Wien', 'Technische Universität Wien, Austria'],
    ['Università Commerciale Luigi Bocconi', 'Bocconi University, Milan'],
    ['CNR; University of Pisa', 'Università di Pisa'],
    ['University of Pisa and CNR Institute of Informatics', 'Pisa University'],
    ['University of Pisa / CNR', 'Consiglio Nazionale delle Ricerche, Roma'],
    ['Faculty of Economics, Sapienza Università di Roma', 'Sapienza University of Rome'],
    ['University of California, Berkeley', 'UC Berkeley'],
    ['Ca’ Foscari University of Venice', "Università Ca' Foscari Venezia"],
    ['Uniwersytet Warszawski', 'University of Warsaw'],
    ['IBM Research, Zurich', 'IBM Research'],
  ])('%s = %s', (a, b) =>
    expect({ a: institutionKeys(a), b: institutionKeys(b), same: same(a, b) }).toMatchObject({ same: true }),
  );

  it.each([
    ['University of Milan', 'University of Milano-Bicocca'],
    ['University of Milan', 'Politecnico di Milano'],
    ['Department of Informatics, University of Pisa', 'Department of Informatics, University of Milan'],
    ['University of California, Berkeley', 'University of California, Los Angeles'],
    ['University of Science and Technology of China', 'University of Science'],
    ['Department of Informatics', 'Department of Informatics'],
    ['University', 'University'],
    ['', ''],
    ['Italy', 'University of Pisa, Italy'],
  ])('%s ≠ %s', (a, b) =>
    expect({ a: institutionKeys(a), b: institutionKeys(b), same: same(a, b) }).toMatchObject({ same: false }),
  );
});

describe('a name', () => {
  it('is compared without order, accents, titles of one letter', () => {
    expect(nameKey('Ferri, Ada')).toBe(nameKey('Ada M. FERRI'));
    expect(nameKey('Jürgen Groß')).toBe(nameKey('GROSS Jurgen'));
    expect(nameKey('A. Ferri')).toBe('');
    expect(nameKey('Ferri')).toBe('');
  });

  it.each([
    ['Ada Ferri (Università di Milano)', { name: 'Ada Ferri', affiliation: 'Università di Milano', address: '' }],
    ['Ada Ferri <Ada@Unimi.it>', { name: 'Ada Ferri', affiliation: '', address: 'ada@unimi.it' }],
    [' Ada Ferri ', { name: 'Ada Ferri', affiliation: '', address: '' }],
    ['Ada Ferri (', { name: 'Ada Ferri', affiliation: '', address: '' }],
  ])('is read from the line “%s”', (line, expected) => expect(parseNamed(line)).toEqual(expected));
});

describe('a conflict', () => {
  const of = (kind: Conflict['kind'], source: Conflict['source'], state: Conflict['state']): Conflict => ({
    kind,
    source,
    state,
  });
  const suggested = of('institution', 'machine', 'suggested');
  const declared = of('advisor', 'author', 'blocking');
  const own = of('same_person', 'machine', 'blocking');

  it('declared blocks at once, an institution declared by authors waits for the chair', () => {
    expect(declaredState('advisor', 'author')).toBe('blocking');
    expect(declaredState('institution', 'author')).toBe('suggested');
    expect(declaredState('institution', 'reviewer')).toBe('blocking');
  });

  it('only suggested or dismissed does not block, one that blocks is enough', () => {
    expect(isConflicted([suggested, of('advisor', 'author', 'dismissed')])).toBe(false);
    expect(isConflicted([suggested, declared])).toBe(true);
  });

  it('is settled by a chair, except for who wrote the paper', () => {
    expect(maySettle([suggested], 'confirm')).toBe(true);
    expect(maySettle([declared], 'confirm')).toBe(false);
    expect(maySettle([suggested, declared], 'dismiss')).toBe(true);
    expect(maySettle([own], 'dismiss')).toBe(false);
    expect(maySettle([of('same_person', 'machine', 'suggested')], 'dismiss')).toBe(true);
    expect(maySettle([], 'dismiss')).toBe(false);
    expect(maySettle([], 'pin')).toBe(true);
    expect(maySettle([of('other', 'chair', 'blocking')], 'pin')).toBe(false);
  });

  it('dismissed comes back only for a stronger reason than the one looked at', () => {
    const dismissed = of('institution', 'machine', 'dismissed');
    expect(afterSettled(dismissed, suggested)).toBeNull();
    expect(afterSettled(dismissed, of('co_author', 'machine', 'blocking'))).toBe('blocking');
    expect(afterSettled(of('co_author', 'machine', 'dismissed'), of('co_author', 'machine', 'blocking'))).toBeNull();
    expect(afterSettled(of('institution', 'machine', 'blocking'), suggested)).toBeNull();
  });

  it('is taken back by who declared it, until the paper was offered to them', () => {
    expect(mayTakeBack({ source: 'reviewer', state: 'blocking', wasAssigned: false })).toBe(true);
    expect(mayTakeBack({ source: 'reviewer', state: 'blocking', wasAssigned: true })).toBe(false);
    expect(mayTakeBack({ source: 'author', state: 'blocking', wasAssigned: false })).toBe(false);
  });
});

describe('who handles a paper', () => {
  const question: HandlerQuestion = {
    current: null,
    handlers: ['tala', 'tom'],
    heads: ['chidi', 'chen'],
    substitute: 'sam',
    barred: new Set(),
  };
  const named = (change: Partial<HandlerQuestion>, ...barred: string[]) =>
    handlerFor({ ...question, ...change, barred: new Set(barred) });

  it.each<[string, Partial<HandlerQuestion>, string[], string | null, boolean]>([
    ['those whose office it is, if nobody stands in the way', {}, [], null, false],
    ['the next co-chair', {}, ['tala'], 'tom', false],
    ['a programme chair, when no co-chair is left', {}, ['tala', 'tom'], 'chidi', false],
    ['the next programme chair', {}, ['tala', 'tom', 'chidi'], 'chen', false],
    ['the substitute, when nobody is left', {}, ['tala', 'tom', 'chidi', 'chen'], 'sam', false],
    ['nobody', {}, ['tala', 'tom', 'chidi', 'chen', 'sam'], null, true],
    ['the co-chairs, with one head left to decide', {}, ['chidi'], null, false],
    ['a co-chair who also decides, when no head is left', {}, ['chidi', 'chen'], 'tala', false],
    ['the heads of a track without co-chairs', { handlers: [] }, [], null, false],
    ['the other head of such a track', { handlers: [] }, ['chidi'], 'chen', false],
    ['the editors of an issue without editor-in-chief', { heads: [] }, [], null, false],
    ['the editor-in-chief for a guest editor', { handlers: ['gwen'], heads: ['eva'] }, ['gwen'], 'eva', false],
    ['whoever was named before', { current: 'tom' }, ['tala'], 'tom', false],
    ['somebody else, when that one is in conflict by now', { current: 'tom' }, ['tom'], 'tala', false],
  ])('%s', (_, change, barred, handlerId, unhandled) =>
    expect(named(change, ...barred)).toEqual({ handlerId, unhandled }),
  );
});

describe('declarations of authors', () => {
  it('are looked at when they are many, or leave nobody for a topic', () => {
    const topics = [{ name: 'Open data', reviewers: 3, declared: 1 }];
    expect(declarationFlags({ declared: 3, committee: 40, topics })).toEqual([]);
    expect(declarationFlags({ declared: 9, committee: 400, topics })).toEqual([
      { code: 'many', declared: 9, committee: 400 },
    ]);
    expect(declarationFlags({ declared: 4, committee: 12, topics })).toMatchObject([{ code: 'many' }]);
    expect(
      declarationFlags({ declared: 3, committee: 40, topics: [{ name: 'Open data', reviewers: 3, declared: 3 }] }),
    ).toEqual([{ code: 'topic', topic: 'Open data', reviewers: 3 }]);
  });
});
