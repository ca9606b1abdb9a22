import { dateTime } from '@convoke/texts';
import type { PageContext } from '../platform/http/pages/page-context';
import type { CaughtLetter, MailboxView } from './mailbox.service';

interface MailboxPageProps {
  view: MailboxView;
  /** The address searched for. */
  to: string;
  context: PageContext;
}

/** Letters of the demo: find by address, read one, follow its links. */
export function MailboxPage({ view, to, context }: MailboxPageProps) {
  const { t } = context;
  return (
    <div class="mailbox-page">
      <h1>{t('mailbox.title')}</h1>
      <p class="lead">{t('mailbox.lead')}</p>
      <form class="mailbox-find" method="get" action="/mailbox" role="search">
        <label>
          {t('mailbox.find')}
          <input name="to" type="search" value={to} autocomplete="off" placeholder="ada.ferri@example.org" />
        </label>
        <button class="cv-button">{t('mailbox.search')}</button>
      </form>
      <div class="mailbox">
        <section aria-label={t('mailbox.letters')}>
          {view.letters.length === 0 ? <p>{t('mailbox.empty', { to, some: to === '' ? 'no' : 'yes' })}</p> : null}
          <ol class="mailbox-list">
            {view.letters.map((letter) => (
              <li key={letter.id}>
                <a
                  href={`/mailbox?${new URLSearchParams({ to, open: letter.id }).toString()}`}
                  aria-current={letter.id === view.open?.id ? 'true' : undefined}
                >
                  <b>{letter.subject}</b>
                  <small>
                    <span>{letter.to_address}</span>
                    <time dateTime={letter.received_at.toISOString()}>{timeOf(letter.received_at, context)}</time>
                  </small>
                </a>
              </li>
            ))}
          </ol>
        </section>
        {view.open ? <Reading letter={view.open} context={context} /> : null}
      </div>
    </div>
  );
}

function Reading({ letter, context }: { letter: CaughtLetter; context: PageContext }) {
  const { t } = context;
  return (
    <article class="mailbox-letter mailbox-reading">
      <header>
        <h2>{letter.subject}</h2>
        <dl>
          <dt>{t('mailbox.to')}</dt>
          <dd>{letter.to_address}</dd>
          <dt>{t('mailbox.from')}</dt>
          <dd>{letter.from_address}</dd>
          <dt>{t('mailbox.received')}</dt>
          <dd>{timeOf(letter.received_at, context)}</dd>
        </dl>
      </header>
      <div class="mailbox-text">{withLinks(letter.body)}</div>
    </article>
  );
}

/** The text as it is, with addresses of pages made into links; everything else stays text. */
function withLinks(text: string) {
  return text
    .split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/g)
    .map((part, index) => (index % 2 === 1 ? <a href={part}>{part}</a> : part));
}

function timeOf(at: Date, { locale, viewer }: PageContext): string {
  return dateTime(at, viewer?.timeZone ?? 'UTC', locale);
}
