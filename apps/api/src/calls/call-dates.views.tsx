import type { CallView, DeadlineView } from '@convoke/contract';
import type { TextKey, Translate } from '@convoke/texts';
import { Icon } from '../platform/http/pages/icons';
import type { PageContext } from '../platform/http/pages/page-context';
import { lastMinute, placeOf, shownDate } from './shown-date';

/** Where the reader's clock is: the profile's zone when signed in; the script fills it in for everybody else. */
export function readerZoneOf(context: PageContext): string | null {
  return context.viewer?.timeZone ?? null;
}

/** The usual name of a date, or the chair's own words for it. */
export function dateName(date: DeadlineView, call: CallView, t: Translate): string {
  const usual: TextKey = `calls.date.${date.kind}`;
  const name = date.label === '' ? t(usual) : date.label;
  const track = call.tracks.find((one) => one.id === date.trackId)?.name;
  const type = call.types.find((one) => one.id === date.submissionTypeId)?.name;
  const scope = [track, type].filter(Boolean).join(', ');
  if (scope !== '') return t('calls.date.inTrack', { date: name, track: scope });
  const encouraged = date.kind === 'abstract' && date.label === '' && call.abstract.encouraged;
  return encouraged ? t('calls.date.encouraged', { date: name }) : name;
}

/** The dates of a call: the rows that are enforced, in the call's zone first. */
export function DatesList({ call, context }: { call: CallView; context: PageContext }) {
  return (
    <ol class="dates">
      {call.deadlines.map((date) => (
        <DateRow key={date.id} date={date} call={call} context={context} />
      ))}
    </ol>
  );
}

function DateRow({ date, call, context }: { date: DeadlineView; call: CallView; context: PageContext }) {
  const { t, locale } = context;
  const zone = readerZoneOf(context);
  const shown = shownDate(date, zone, locale, t);
  const state = date.isNext ? 'now' : date.state === 'closed' ? 'past' : 'later';
  const sign = {
    now: ['now', t('calls.date.next')],
    past: ['done', t('calls.date.past')],
    later: ['later', t('calls.date.later')],
  } as const;
  const [icon, label] = sign[state];
  const remark = date.note === '' ? wordsLimit(date, call, t) : date.note;
  const reader =
    shown.reader && zone && state !== 'past'
      ? t('calls.date.inZone', { time: shown.reader, place: placeOf(zone) })
      : null;
  const timed = state !== 'past' && date.closesAt !== null && date.wallTime !== null && date.wallTime.length > 10;
  return (
    <li class={state}>
      <span class="mk">
        <Icon name={icon} label={label} />
      </span>
      <div>
        <div class="row1">
          <span>{dateName(date, call, t)}</span>
          {date.closesAt === null ? <b class="unset">{shown.day}</b> : <b>{shown.day}</b>}
        </div>
        <div class="row2">
          <span>{remark ?? reader ?? (timed ? <LocalTime date={date} context={context} /> : '')}</span>
          <span class="cv-nowrap">{shown.time}</span>
        </div>
        {remark && (reader ?? timed) ? (
          <div class="row2">
            <span>{reader ?? <LocalTime date={date} context={context} />}</span>
          </div>
        ) : null}
      </div>
    </li>
  );
}

/** Empty without scripts; call-dates.js writes the browser's own time into it when that differs. */
export function LocalTime({ date, context, words }: { date: DeadlineView; context: PageContext; words?: TextKey }) {
  if (readerZoneOf(context) !== null || date.closesAt === null) return null;
  return (
    <time
      hidden
      dateTime={lastMinute(date).toISOString()}
      data-local
      data-zone={date.zone}
      data-words={context.t(words ?? 'calls.date.inZone', { time: '%time%', place: '%place%' })}
    />
  );
}

function wordsLimit(date: DeadlineView, call: CallView, t: Translate): string | null {
  if (date.kind !== 'abstract' || call.abstract.maxWords === null) return null;
  return t('calls.date.words', { count: call.abstract.maxWords });
}
