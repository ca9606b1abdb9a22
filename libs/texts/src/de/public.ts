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
  'account.signIn.title': 'Anmelden',
  'account.signIn.submit': 'Anmelden',
  'account.signIn.wrong':
    'Adresse und Passwort gehören nicht zusammen. Prüfen Sie beides, oder setzen Sie das Passwort zurück.',
  'account.signIn.forgot': 'Passwort zurücksetzen',
  'account.signIn.new': 'Noch kein Konto?',
  'account.signIn.create': 'Konto anlegen',
  'account.signUp.title': 'Konto anlegen',
  'account.signUp.lead':
    'Sie können sofort schreiben und einreichen; wir senden einen Link, mit dem Sie Ihre Adresse bestätigen.',
  'account.signUp.submit': 'Konto anlegen',
  'account.signUp.have': 'Haben Sie schon ein Konto?',
  'account.field.givenName': 'Vorname',
  'account.field.familyName': 'Nachname',
  'account.field.affiliation': 'Hochschule oder Einrichtung',
  'account.field.affiliationHint': 'So, wie sie in Ihren Arbeiten stehen soll. Sie kann leer bleiben.',
  'account.field.address': 'E-Mail-Adresse',
  'account.field.password': 'Passwort',
  'account.field.newPassword': 'Neues Passwort',
  'account.field.passwordHint': 'Mindestens 10 Zeichen. Ein paar Wörter hintereinander merkt man sich leicht.',
} as const satisfies Catalog;
