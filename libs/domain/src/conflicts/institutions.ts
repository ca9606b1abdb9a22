import { institutionAliases } from './institutionAliases';
import { plain, wordsIn } from './plain';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const dropped = list(
  'the of at in for and di de del della delle degli dei dell d da do das dos du des der die das den von van zu zur fur e et und en y el ' +
    'la le los las il l studi study state statale royal og och i',
);

/** Words that mean the same in several languages, by what stands for them in a key. */
const kinds: Readonly<Record<string, string>> = {
  univ:
    'university universita universities universitat universitaet universite universidad universidade universiteit universitet ' +
    'universitetet universitas uniwersytet univerzita univerza univerzitet sveuciliste yliopisto universitatea univ uni u',
  polytech: 'polytechnic politecnico polytechnique politechnika polytechnical politecnica polytechnisch',
  inst: 'institute istituto institut instituto instytut inst',
  tech: 'technology technical technological technische technischen technologie tecnologia tecnica tekniska tekniske tech',
  sci: 'science sciences scienze wissenschaften wissenschaft ciencias scientific scientifique',
  econ: 'economics economy economia okonomie wirtschaft economie',
  applied: 'applied angewandte applicate appliquees',
  academy: 'academy akademie academia accademia academie akademia',
  college: 'college collegio kolleg',
  hochschule: 'hochschule hogskolan hogskola fachhochschule hogeschool',
  council: 'council consiglio conseil consejo rat',
  hospital: 'hospital ospedale klinikum hopital',
  ministry: 'ministry ministero ministerium ministere ministerio',
  national: 'national nazionale nationale nacional italian',
  research: 'research ricerca ricerche recherche forschung',
  free: 'free libera freie vrije libre',
};

/** Cities that have a name of their own in other languages. */
const cities: Readonly<Record<string, string>> = {
  milan: 'milano mailand',
  rome: 'roma rom',
  turin: 'torino',
  naples: 'napoli neapel',
  florence: 'firenze florenz',
  venice: 'venezia venedig',
  genoa: 'genova genua',
  padua: 'padova',
  syracuse: 'siracusa',
  vienna: 'wien',
  munich: 'munchen muenchen',
  cologne: 'koln koeln',
  nuremberg: 'nurnberg',
  zurich: 'zuerich zurigo',
  geneva: 'geneve genf ginevra',
  lisbon: 'lisboa',
  prague: 'praha prag',
  warsaw: 'warszawa warszawski warschau varsavia',
  cracow: 'krakow jagiellonski',
  brussels: 'bruxelles brussel',
  antwerp: 'antwerpen',
  ghent: 'gent gand',
  copenhagen: 'kobenhavn',
  gothenburg: 'goteborg',
  moscow: 'moskva',
  athens: 'athina athen',
  seville: 'sevilla',
};

const sameWord = new Map(
  [...Object.entries(kinds), ...Object.entries(cities)].flatMap(([key, words]) =>
    words.split(' ').map((word) => [word, key] as const),
  ),
);

/** What makes a part of an affiliation the name of an institution; the first beats the second where both are given. */
const strong = list('univ polytech college hochschule');
const middle = list('inst academy council hospital ministry');
/** A part below an institution, never the institution. */
const inner = list(
  'department dept dipartimento departement departamento fachbereich faculty facolta fakultat faculte laboratory lab group unit division chair lehrstuhl school',
);
const generic = new Set(Object.keys(kinds));

const known = new Map(
  institutionAliases.flatMap((line) => {
    const names = line.split(' | ');
    const key = wordsOf(names[0] ?? '').join(' ');
    return names.map((name) => [wordsOf(name).join(' '), key] as const);
  }),
);

/**
 * The keys under which different spellings of the institutions in an affiliation meet: "Univ. of Milan", "Università degli Studi
 * di Milano" and "Dept. of Informatics, Milan University, Italy" share one. Several affiliations give several keys; what names no
 * institution gives none.
 */
export function institutionKeys(affiliation: string): string[] {
  const keys = several(affiliation).flatMap((one) => keysOfOne(one));
  return [...new Set(keys)];
}

/** Parts of an affiliation that names more than one: by semicolon, slash or line, by "and" only between two institutions. */
function several(affiliation: string): string[] {
  return affiliation.split(/[;\n]|\s\/\s|\s&\s/u).flatMap((part) => {
    const halves = part.split(/\s(?:and|und|e|et|y)\s/iu);
    return halves.length > 1 && halves.every((half) => rankOf(wordsOf(half)) > 1) ? halves : [part];
  });
}

function keysOfOne(affiliation: string): string[] {
  const parts = affiliation
    .split(/[,()|]|\s[-–—]\s/u)
    .map((part) => ({ text: part, words: wordsOf(part) }))
    .filter(({ words }) => words.length > 0);
  const whole = parts.flatMap(
    (_, end) =>
      known.get(
        wordsOf(
          parts
            .slice(0, end + 1)
            .map(({ text }) => text)
            .join(' '),
        ).join(' '),
      ) ?? [],
  );
  if (whole.length > 0) return whole.slice(-1);
  const best = Math.max(0, ...parts.map(({ words }) => rankOf(words)));
  const named = best > 1 ? parts.filter(({ words }) => rankOf(words) === best) : parts.slice(0, 1);
  return named.flatMap(({ words }) => keyOf(words) ?? []);
}

function keyOf(words: readonly string[]): string | null {
  const alias = known.get(words.join(' '));
  if (alias !== undefined) return alias;
  const says = words.some((word) => !generic.has(word) && !inner.has(word) && word.length > 1);
  return says && rankOf(words) > 0 ? words.join(' ') : null;
}

/** 3 = a university, 2 = an institute, 1 = may be an organisation, 0 = a department of one. */
function rankOf(words: readonly string[]): number {
  if (words.some((word) => strong.has(word))) return 3;
  if (words.some((word) => middle.has(word))) return 2;
  return words.some((word) => inner.has(word)) ? 0 : 1;
}

/** The telling words of a name, in one language and one order, each once. */
function wordsOf(name: string): string[] {
  const words = wordsIn(
    plain(name)
      .replace(/\b(?:[dnc]?ell|all|l|d)['’]/gu, ' ')
      .replace(/\bca['’]?\s(?=foscari)/gu, 'ca'),
  );
  const telling = words.map((word) => sameWord.get(word) ?? word).filter((word) => !dropped.has(word));
  return [...new Set(telling)].sort();
}
