import type { Catalog } from '../translator';

export const publicPages = {
  'page.skip': 'Vai al contenuto',
  'page.site': 'Sito',
  'page.allCalls': 'Tutte le call',
  'page.language': 'Lingua',
  'page.theme': 'Aspetto',
  'page.theme.system': 'Come il sistema',
  'page.theme.light': 'Chiaro',
  'page.theme.dark': 'Scuro',
  'page.signIn': 'Accedi',
  'page.signOut': 'Esci',
  'page.myWork': 'Il mio lavoro',
  'page.account': 'Il tuo account',
  'page.demo':
    'Questa è una dimostrazione. Persone e contributi sono inventati e le lettere restano in una casella su questa macchina.',
} as const satisfies Catalog;
