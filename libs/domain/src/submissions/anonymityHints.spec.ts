import { anonymityHints, type AnonymityHint, type PaperText } from './anonymityHints';

const ada = {
  givenName: 'Ada Maria',
  familyName: 'Ferri',
  address: 'ada.ferri@polimi.it',
  affiliation: 'Politecnico di Milano, Italy',
};
const jose = {
  givenName: 'José',
  familyName: 'García Márquez',
  address: 'jgm@example.org',
  affiliation: 'Universität Köln',
};

const hints = (pages: string[], more: Partial<PaperText> = {}): AnonymityHint[] =>
  anonymityHints([ada, jose], { pages, links: [], named: [], paged: true, ...more });
const told = (pages: string[], more: Partial<PaperText> = {}): string[] =>
  hints(pages, more).map(({ kind, page, about }) => `${kind} ${page ?? '-'} ${about}`);

describe('what a paper tells about its authors', () => {
  it.each([
    'Ada Ferri',
    'Ada M. Ferri',
    'ADA MARIA FERRI',
    'Ada\nFerri',
    'Ferri, Ada',
    'A. Ferri',
    'A. M. Ferri',
    'A.M. Ferri',
    'A.-M. Ferri',
  ])('finds a name written "%s"', (name) => {
    expect(told([`Measuring co-production\n${name}\nAbstract`])).toEqual(['author 1 Ada Maria Ferri']);
  });

  it.each(['José García Márquez', 'Jose Garcia Marquez', 'J. García-Márquez', 'García Márquez, José'])(
    'finds it with and without accents: "%s"',
    (name) => {
      expect(told(['Nothing here', `as ${name} said`])).toEqual(['author 2 José García Márquez']);
    },
  );

  it.each([
    'as Ferri (2014) argues',
    'Adam Ferri and Ada Ferris',
    'a Ferri wheel',
    'Milan Ferrigno',
    'Nadia A. Ferrari',
    'the Ferri family',
  ])('takes "%s" for what it is: somebody else, or a citation', (text) => {
    expect(told([text])).toEqual([]);
  });

  it('says the page, and quotes the words around it as written', () => {
    const [found] = hints([
      'First page',
      `It was in the spring of that year that ﬁnally Ada Ferri noticed what nobody had ever seen before her`,
    ]);
    expect(found).toEqual({
      kind: 'author',
      page: 2,
      about: 'Ada Maria Ferri',
      quote: '…the spring of that year that ﬁnally Ada Ferri noticed what nobody had ever seen…',
    });
  });

  it('leaves the list of references alone, over pages, until something else begins', () => {
    const pages = [
      'Text\n7. References\nFerri, Ada: On trust. 2014.',
      'Ada Ferri, José García Márquez. 2015. Another.\nAppendix A\nThe interviews by Ada Ferri',
    ];
    expect(told(pages)).toEqual(['author 2 Ada Maria Ferri']);
    expect(told(['Literaturverzeichnis\nFerri, Ada (2014)', 'Über die Autorinnen\nAda Ferri lehrt'])).toEqual([
      'author 2 Ada Maria Ferri',
    ]);
  });

  it('finds addresses: any on the first page, later those of the authors', () => {
    expect(told(['write to someone@else.org', 'ask help@service.org or a.ferri@gmail.com'])).toEqual([
      'email 1 someone@else.org',
      'email 2 a.ferri@gmail.com',
    ]);
    expect(told(['{ada.ferri, jgm}@polimi.it'])).toEqual(['email 1 {ada.ferri, jgm}@polimi.it']);
  });

  it('finds affiliations on the first page only', () => {
    expect(told(['Politecnico  di\nMilano', 'a case at the Politecnico di Milano'])).toEqual([
      'affiliation 1 Politecnico di Milano',
    ]);
    expect(told(['Universitaet zu Köln', 'Universität Köln'])).toEqual([]);
  });

  it.each([
    '6 Acknowledgements',
    'Acknowledgments. We thank our colleagues.',
    'Funding: Horizon 2020, grant 1234',
    'Danksagung',
    'Ringraziamenti',
    'Remerciements',
    'Agradecimientos',
    'Agradecimentos',
    'This research was partly supported by the DFG.',
    'The authors would like to thank Olu Bankole',
    'Diese Arbeit wurde durch die DFG gefördert',
    'Questo lavoro è stato finanziato dal MIUR',
    'Ce travail a été financé par l’ANR',
    'Este trabajo ha sido financiado por',
    'Esta pesquisa foi financiada pela CAPES',
  ])('finds thanks and funding: "%s"', (line) => {
    expect(hints(['Text', `Text before.\n${line}\nand more`]).map(({ kind, page }) => [kind, page])).toEqual([
      ['acknowledgement', 2],
    ]);
  });

  it.each([
    'Acknowledgements\n[Omitted for blind review]',
    'Acknowledgements removed for anonymity',
    'We acknowledge that the sample is small',
    'Funding of open data portals is scarce',
    'The portal was funded by the European Union',
  ])('takes no offence at "%s"', (text) => {
    expect(told([text])).toEqual([]);
  });

  it.each([
    'as in our previous work [3]',
    'extends our earlier empirical study',
    'In a previous paper, we found',
    'we have previously shown that trust matters [12, 13]',
    'as we showed in [7]',
    'We argued in (Ferri, 2014)',
    'in unserer früheren Arbeit',
    'wie wir bereits an anderer Stelle gezeigt haben',
    'nei nostri lavori precedenti',
    'nel nostro precedente studio',
    'dans nos travaux antérieurs',
    'dans notre précédent article',
    'en nuestro trabajo anterior',
    'em nosso trabalho anterior',
    'our pre-\nvious'.replace('pre-\nvious', 'previous\npaper'),
  ])('finds a citation of oneself: "%s"', (phrase) => {
    expect(hints(['Text', `Trust, ${phrase}, is slow.`]).map(({ kind, page }) => [kind, page])).toEqual([
      ['self_citation', 2],
    ]);
  });

  it.each([
    'their previous work [3]',
    'as we already described in Section 2',
    'we showed in Figure 3',
    'previous work [4] found',
    'unsere Ergebnisse',
    'nuestro trabajo',
  ])('leaves alone "%s"', (phrase) => {
    expect(told([`Trust, ${phrase}, is slow.`])).toEqual([]);
  });

  it('finds own repositories and pages, and leaves those of others', () => {
    expect(
      told([
        'Our code is at https://github.com/trustlab/scorecard. See also https://ferri.example.org/data',
        'We used PyTorch (https://github.com/pytorch/pytorch) and https://osf.io/abcde.',
        'Our data: https://osf.io/abcde/?view_only=123 and https://anonymous.4open.science/r/x',
      ]),
    ).toEqual(['repository 1 https://github.com/trustlab/scorecard', 'repository 1 https://ferri.example.org/data']);
    expect(told(['here'], { links: [{ page: 3, url: 'https://www.polimi.it/~adaferri' }] })).toEqual([
      'repository 3 https://www.polimi.it/~adaferri',
    ]);
  });

  it('names who stands in the properties, and not the machine', () => {
    expect(told(['Text'], { named: ['ferri', 'Windows User', 'Olu'] })).toEqual([
      'properties - Ada Maria Ferri',
      'properties - Olu',
    ]);
  });

  it('says no page where there are none', () => {
    expect(told(['Ada Ferri'], { paged: false })).toEqual(['author - Ada Maria Ferri']);
  });

  it('says each thing once for a page, and of each kind only a few', () => {
    const pages = Array.from(
      { length: 40 },
      () => 'Ada Ferri and Ada Ferri, as in our previous work [1], our previous work [2]',
    );
    expect(hints(pages)).toHaveLength(12);
  });

  it('reads a long and nasty text in no time', () => {
    const nasty = [
      `${'we have previously shown '.repeat(20_000)}`,
      'a. '.repeat(100_000),
      'x'.repeat(300_000),
      '{a,'.repeat(100_000),
    ];
    const started = performance.now();
    hints(nasty);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
