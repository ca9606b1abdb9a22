import type { Catalog } from '../translator';

export const publicPages = {
  'page.skip': 'Zum Inhalt springen',
  'page.site': 'Website',
  'page.allCalls': 'Alle Calls',
  'page.language': 'Sprache',
  'page.theme': 'Darstellung',
  'page.theme.system': 'Wie das System',
  'page.theme.light': 'Hell',
  'page.theme.dark': 'Dunkel',
  'page.signIn': 'Anmelden',
  'page.signOut': 'Abmelden',
  'page.myWork': 'Meine Arbeit',
  'page.account': 'Ihr Konto',
  'page.demo':
    'Dies ist eine Vorführung. Personen und Einreichungen sind erfunden, und die Briefe bleiben in einem Postfach auf diesem Rechner.',
} as const satisfies Catalog;
