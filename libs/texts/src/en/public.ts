/** The frame of the pages rendered by the server. */
export const publicPages = {
  'page.skip': 'Skip to the content',
  'page.site': 'Site',
  'page.allCalls': 'All calls',
  'page.language': 'Language',
  'page.theme': 'Theme',
  'page.theme.system': 'Like the system',
  'page.theme.light': 'Light',
  'page.theme.dark': 'Dark',
  'page.signIn': 'Sign in',
  'page.signOut': 'Sign out',
  'page.myWork': 'My work',
  'page.account': 'Your account',
  'page.demo':
    'This is a demonstration. Its people and submissions are invented, and its letters stay in a mailbox on this machine.',
} as const;
