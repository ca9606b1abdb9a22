import type { Locale } from '@convoke/texts';
import type { ComponentChildren } from 'preact';
import { Icon } from './icons';
import type { PageResult } from './page';
import type { PageContext, Theme } from './page-context';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

interface LayoutProps {
  page: PageResult;
  context: PageContext;
  languages: Readonly<Record<Locale, string>>;
  children?: ComponentChildren;
}

/** The frame of every public page: complete without scripts, one stylesheet, full head metadata. */
export function Layout({ page, context, languages, children }: LayoutProps) {
  const { locale, theme, t } = context;
  return (
    <html lang={locale} {...(theme === 'system' ? {} : { 'data-theme': theme })}>
      <Head page={page} context={context} />
      <body>
        <a class="skip" href="#main">
          {t('page.skip')}
        </a>
        <header class="top">
          <a class="brand" href="/">
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <path d="M15.5 5.2a7 7 0 1 0 0 9.6" />
              <path d="M10 10h6" />
            </svg>
            Convoke
          </a>
          <nav class="end" aria-label={t('page.site')}>
            <a class="cv-tool" href="/">
              {t('page.allCalls')}
            </a>
            <span class="cv-not-phone">
              <Choices context={context} languages={languages} place="top" />
            </span>
            <Account context={context} />
          </nav>
        </header>
        <main id="main" class="wide" tabIndex={-1}>
          {children}
        </main>
        <footer class="foot wide">
          <div class="cv-only-phone">
            <Choices context={context} languages={languages} place="foot" />
          </div>
          {context.demo ? <p>{t('page.demo')}</p> : null}
        </footer>
      </body>
    </html>
  );
}

function Head({ page, context }: Pick<LayoutProps, 'page' | 'context'>) {
  const own = page.title ?? (page.titleKey ? context.t(page.titleKey) : 'Convoke');
  const title = own === 'Convoke' ? own : `${own} · Convoke`;
  const address = page.canonical === undefined ? null : context.publicUrl + page.canonical;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {page.description ? <meta name="description" content={page.description} /> : null}
      {page.noIndex ? <meta name="robots" content="noindex" /> : null}
      <meta name="color-scheme" content="light dark" />
      <meta property="og:site_name" content="Convoke" />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={own} />
      <meta property="og:locale" content={context.locale} />
      {page.description ? <meta property="og:description" content={page.description} /> : null}
      {address ? <meta property="og:url" content={address} /> : null}
      {address ? <link rel="canonical" href={address} /> : null}
      <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href={context.stylesheet} />
    </head>
  );
}

/** Language and theme: forms that set a cookie and come back, so they need no script. */
function Choices({
  context,
  languages,
  place,
}: Pick<LayoutProps, 'context' | 'languages'> & { place: 'top' | 'foot' }) {
  const { t, locale, theme, path } = context;
  return (
    <>
      <details class={`menu at-${place}`} name={`choices-${place}`}>
        <summary class="cv-tool">
          <Icon name="globe" />
          <span class="cv-hidden">{t('page.language')}: </span>
          {languages[locale]}
        </summary>
        <form class="menu-list" method="post" action="/preferences">
          <input type="hidden" name="next" value={path} />
          {Object.entries(languages).map(([code, name]) => (
            <button key={code} name="lang" value={code} lang={code} aria-pressed={code === locale}>
              {name}
            </button>
          ))}
        </form>
      </details>
      <details class={`menu at-${place}`} name={`choices-${place}`}>
        <summary class="cv-tool">
          <Icon name="half" />
          {t('page.theme')}
        </summary>
        <form class="menu-list" method="post" action="/preferences">
          <input type="hidden" name="next" value={path} />
          {themes.map((one) => (
            <button key={one} name="theme" value={one} aria-pressed={one === theme}>
              {t(`page.theme.${one}`)}
            </button>
          ))}
        </form>
      </details>
    </>
  );
}

function Account({ context }: Pick<LayoutProps, 'context'>) {
  const { t, viewer, path } = context;
  if (!viewer) {
    const next = path === '/' || path.startsWith('/sign-') ? '' : `?next=${encodeURIComponent(path)}`;
    return (
      <a class="cv-button" data-size="small" href={`/sign-in${next}`}>
        {t('page.signIn')}
      </a>
    );
  }
  return (
    <details class="menu">
      <summary class="cv-tool strong">
        <Icon name="person" />
        <span class="who">{viewer.name}</span>
      </summary>
      <div class="menu-list">
        <a href="/app/">{t('page.myWork')}</a>
        <a href="/account">{t('page.account')}</a>
        <form method="post" action="/sign-out">
          <button>{t('page.signOut')}</button>
        </form>
      </div>
    </details>
  );
}
