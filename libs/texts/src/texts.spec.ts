import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { catalogOf, countdown, deadlineTwice, issueWords, locales, pickLocale, translator, zoneName } from './index';
import type { TextKey } from './index';

const english = catalogOf('en') as Readonly<Record<string, string>>;
const others = locales.filter((locale) => locale !== 'en');

/** Names of the arguments of an ICU message, those inside its branches included; the words of a branch are not arguments. */
function placeholders(message: string): string[] {
  const names = new Set<string>();
  const collect = (elements: MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      names.add(element.value);
      if (element.type === TYPE.select || element.type === TYPE.plural)
        for (const { value } of Object.values(element.options)) collect(value);
    }
  };
  collect(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst());
  return [...names].sort();
}

describe('translations', () => {
  it.each(others)('%s has no key that English does not know', (locale) => {
    expect(Object.keys(catalogOf(locale)).filter((key) => !(key in english))).toEqual([]);
  });

  it.each(others)('%s fills the same placeholders as English', (locale) => {
    const own = catalogOf(locale) as Readonly<Record<string, string>>;
    const different = Object.entries(own).filter(
      ([key, text]) => placeholders(text).join() !== placeholders(english[key] ?? '').join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('has only messages that can be formatted, in every language', () => {
    for (const locale of locales) {
      const { maybe } = translator(locale);
      for (const [key, text] of Object.entries(catalogOf(locale))) {
        const params = Object.fromEntries(placeholders(String(text)).map((name) => [name, 2]));
        expect(typeof maybe(key, params)).toBe('string');
      }
    }
  });

  it('never shouts', () => {
    const shouting = locales.flatMap((locale) =>
      Object.entries(catalogOf(locale)).filter(([, text]) => String(text).includes('!')),
    );
    expect(shouting).toEqual([]);
  });

  it('falls back to English, text by text', () => {
    const german = catalogOf('de');
    const missing = (Object.keys(english) as TextKey[]).find((key) => !(key in german) && !english[key]?.includes('{'));
    expect(translator('de').t('ui.cancel')).toBe('Abbrechen');
    if (missing) expect(translator('de').t(missing)).toBe(english[missing]);
  });

  it('says plurals', () => {
    expect(translator('en').t('ui.errorsTitle', { count: 1 })).toBe('One thing needs your attention');
    expect(translator('en').t('ui.errorsTitle', { count: 3 })).toBe('3 things need your attention');
  });

  it('knows every key that the web and the server ask for by name', () => {
    const root = join(__dirname, '../../..');
    const used = new Set<string>();
    for (const folder of ['apps/web/src', 'apps/api/src', 'libs/ui/src']) collectKeys(join(root, folder), used);
    expect(used.size).toBeGreaterThan(50);
    expect([...used].filter((key) => !(key in english)).sort()).toEqual([]);
  });
});

/** `'a.b' | text`, `t('a.b'` and `title: 'a.b'` in sources and templates, specs left out. */
function collectKeys(folder: string, used: Set<string>): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) collectKeys(path, used);
    else if (/(?<!\.spec)\.(ts|tsx|html)$/.test(entry.name)) {
      const source = readFileSync(path, 'utf8');
      for (const found of source.matchAll(
        /'([a-z]\w*\.[\w.]+)'\s*\|\s*text|\bt\(\s*'([a-z]\w*\.[\w.]+)'|\btitle: '([a-z]\w*\.[\w.]+)'/g,
      )) {
        used.add(found[1] ?? found[2] ?? found[3] ?? '');
      }
    }
  }
}

describe('choosing a language', () => {
  it('takes the first wish that we speak', () => {
    expect(pickLocale(null, 'fr-CA,fr;q=0.9,it;q=0.8,en;q=0.7')).toBe('it');
    expect(pickLocale('de', 'it')).toBe('de');
    expect(pickLocale(undefined, 'fr')).toBe('en');
  });
});

describe('dates', () => {
  // 23:59 AoE on 25 June is enforced at the end of that minute: 12:00 UTC on the 26th.
  const deadline = { closesAt: '2016-06-26T12:00:00.000Z', wallTime: '2016-06-25T23:59', zone: 'Etc/GMT+12' };

  it('shows a deadline twice, the minute that was typed in both zones', () => {
    expect(deadlineTwice(deadline, 'en', 'Europe/Rome')).toEqual({
      reader: 'Sun 26 June, 13:59',
      call: 'Sat 25 June, 23:59 AoE',
    });
  });

  it('names other zones as they are at that instant', () => {
    expect(zoneName('Europe/Rome', new Date('2016-07-01T10:00:00Z'), 'en')).toBe('CEST');
    expect(zoneName('Europe/Rome', new Date('2016-12-01T10:00:00Z'), 'en')).toBe('CET');
  });

  it.each([
    ['2016-06-22T08:00:00Z', '4 d 4 h left', 'calm'],
    ['2016-06-24T08:00:00Z', '2 d 4 h left', 'soon'],
    ['2016-06-26T09:30:00Z', '2 h 30 min left', 'late'],
    ['2016-06-26T11:59:30Z', 'under a minute left', 'late'],
    ['2016-06-26T12:00:00Z', 'closed under a minute ago', 'closed'],
    ['2016-06-26T14:00:00Z', 'closed 2 h ago', 'closed'],
  ])('at %s it says %s', (now, words, urgency) => {
    expect(countdown(deadline.closesAt, new Date(now), 'en')).toEqual({ words, urgency });
  });
});

describe('words for what a schema refuses', () => {
  const english = translator('en');

  it('puts the issues of the schema in our words', () => {
    const issue = {
      code: 'too_big',
      origin: 'string',
      maximum: 200,
      message: 'Too big: expected string to have <=200 characters',
    };
    expect(issueWords(issue, english)).toBe('Write at most 200 characters');
    expect(issueWords({ ...issue, code: 'too_small', minimum: 1, message: 'Too small: …' }, english)).toBe(
      'Fill this in',
    );
  });

  it('keeps a message that was written for the person', () => {
    const issue = { code: 'too_small', origin: 'string', minimum: 1, message: 'Say your family name' };
    expect(issueWords(issue, english)).toBe('Say your family name');
  });
});
