import type { CallSummary } from '@convoke/contract';
import type { TextKey } from '@convoke/texts';
import { Icon } from '../platform/http/pages/icons';
import type { PageContext } from '../platform/http/pages/page-context';
import { LocalTime, readerZoneOf } from './call-dates.views';
import { placeOf, shownDate, spanUntil } from './shown-date';

/** The directory: what is open, the next date first. */
export function DirectoryPage({
  calls,
  now,
  context,
}: {
  calls: readonly CallSummary[];
  now: Date;
  context: PageContext;
}) {
  const { t } = context;
  return (
    <>
      <div class="call-head">
        <h1>{t('calls.directory.title')}</h1>
        <p class="lead">{t('calls.directory.lead')}</p>
      </div>
      {calls.length === 0 ? <p class="note">{t('calls.directory.empty')}</p> : null}
      <ul class="directory">
        {calls.map((call) => (
          <Entry key={call.slug} call={call} now={now} context={context} />
        ))}
      </ul>
      <p class="directory-end">
        {t('calls.directory.chairs')} <a href="/app/calls/new">{t('calls.directory.create')}</a>
      </p>
      <script src="/call-dates.js" defer nonce={context.nonce} />
    </>
  );
}

function Entry({ call, now, context }: { call: CallSummary; now: Date; context: PageContext }) {
  const { t } = context;
  return (
    <li>
      <div class="what">
        <p class="kick">{t(`calls.kind.${call.kind}`)}</p>
        <h2>
          <a href={`/c/${call.slug}`}>{call.name}</a>
        </h2>
        {call.tagline === '' ? null : <p class="sub">{call.tagline}</p>}
        {call.kicker === '' ? null : <p class="cv-muted">{call.kicker}</p>}
      </div>
      <div class="due">
        {call.next ? (
          <Next date={call.next} now={now} context={context} />
        ) : (
          <p class="cv-muted">{t('calls.directory.undated')}</p>
        )}
      </div>
    </li>
  );
}

function Next({ date, now, context }: { date: NonNullable<CallSummary['next']>; now: Date; context: PageContext }) {
  const { t, locale } = context;
  const zone = readerZoneOf(context);
  const shown = shownDate(date, zone, locale, t);
  const usual: TextKey = `calls.date.${date.kind}`;
  return (
    <>
      <p>
        {date.label === '' ? t(usual) : date.label}{' '}
        <b>{spanUntil(new Date(Date.parse(date.closesAt ?? '')), now, locale)}</b>
      </p>
      <p class="day">
        <Icon name="calendar" />
        {shown.day}, {shown.time}
      </p>
      {shown.reader && zone ? (
        <p class="cv-muted">{t('calls.date.inZone', { time: shown.reader, place: placeOf(zone) })}</p>
      ) : null}
      <p class="cv-muted">
        <LocalTime date={date} context={context} />
      </p>
    </>
  );
}
