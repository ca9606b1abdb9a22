import type { CallView, DeadlineView } from '@convoke/contract';
import type { TextKey } from '@convoke/texts';
import { Icon } from '../platform/http/pages/icons';
import type { PageContext } from '../platform/http/pages/page-context';
import { dateName, DatesList, LocalTime, readerZoneOf } from './call-dates.views';
import { htmlOf } from './call-markdown';
import { placeOf, shownDate, spanUntil } from './shown-date';

export interface CallPageProps {
  readonly call: CallView;
  readonly now: Date;
  readonly context: PageContext;
}

/** The public page of a call, complete without scripts. */
export function CallPage({ call, now, context }: CallPageProps) {
  const { t } = context;
  return (
    <>
      <CallHead call={call} now={now} context={context} />
      {call.isDemo ? <p class="note">{t('calls.page.demo')}</p> : null}
      {call.state === 'published' ? (
        <NextUp call={call} now={now} context={context} />
      ) : (
        <p class="note">{t(call.state === 'setup' ? 'calls.page.setup' : 'calls.page.closed')}</p>
      )}
      <div class="call-body">
        <div class="call-text">
          <Body call={call} now={now} context={context} />
        </div>
        <aside class="side" aria-labelledby="dates">
          <h2 id="dates">{t('calls.page.dates')}</h2>
          <DatesList call={call} context={context} />
          {call.state === 'setup' ? null : (
            <p class="cv-small">
              <a href={`/c/${call.slug}/dates.ics`}>{t('calls.page.calendar')}</a>
            </p>
          )}
          <WhatToSend call={call} now={now} context={context} />
        </aside>
      </div>
      <script
        type="application/ld+json"
        nonce={context.nonce}
        dangerouslySetInnerHTML={{ __html: linkedData(call, context) }}
      />
      <script src="/call-dates.js" defer nonce={context.nonce} />
    </>
  );
}

function CallHead({ call, context }: CallPageProps) {
  const { t, locale } = context;
  const event = call.deadlines.find((date) => date.kind === 'event' && date.closesAt !== null);
  const what =
    call.journal && call.kicker === '' ? t('calls.kindOf.special_issue', { journal: call.journal.name }) : call.kicker;
  return (
    <div class="call-head">
      <p class="kick">{what === '' ? t('calls.page.kickerPlain') : t('calls.page.kicker', { what })}</p>
      <h1>{call.name}</h1>
      {call.tagline === '' ? null : <p class="sub">{call.tagline}</p>}
      <p class="facts">
        {event ? (
          <span>
            <Icon name="calendar" />
            {shownDate(event, null, locale, t).day}
          </span>
        ) : null}
        {call.kind === 'conference' || call.place !== '' ? (
          <span>
            <Icon name="pin" />
            {call.place === '' ? t('calls.page.placeUnset') : call.place}
          </span>
        ) : null}
        <span>
          <Icon name="lock" />
          {t(`calls.page.anonymity.${call.anonymity}`)}
        </span>
      </p>
    </div>
  );
}

function NextUp({ call, now, context }: CallPageProps) {
  const { t } = context;
  const next = call.deadlines.find((date) => date.isNext);
  const paper = call.deadlines.filter((date) => date.kind === 'paper');
  const takesPapers = paper.length === 0 || paper.some((date) => date.state === 'open' || date.state === 'unset');
  return (
    <section class="nextup" aria-label={t('calls.page.next')}>
      <div>
        {next ? (
          <Due date={next} call={call} now={now} context={context} />
        ) : (
          <Undated call={call} takesPapers={takesPapers} context={context} />
        )}
        {takesPapers && call.abstract.encouraged && hasAbstract(call) ? (
          <p class="when">{t('calls.page.noAbstract')}</p>
        ) : null}
      </div>
      {takesPapers ? (
        <a class="cv-button" data-look="main" data-size="big" href={`/app/c/${call.slug}/new`}>
          {t('calls.page.submit')}
        </a>
      ) : null}
    </section>
  );
}

function Due({ date, call, now, context }: CallPageProps & { date: DeadlineView }) {
  const { t, locale } = context;
  const zone = readerZoneOf(context);
  const shown = shownDate(date, zone, locale, t);
  const span = spanUntil(new Date(Date.parse(date.closesAt ?? '')), now, locale);
  const words: TextKey = `calls.page.due.${date.kind}`;
  const isUsual = date.label === '' && date.trackId === null && date.submissionTypeId === null;
  return (
    <>
      <p class="what">
        {isUsual ? t(words, { span }) : t('calls.page.due.label', { date: dateName(date, call, t), span })}
      </p>
      <p class="when">
        <b>{shown.full}</b>
        {date.zone === 'Etc/GMT+12' && shown.time.includes(':') ? <> ({t('calls.page.aoe')})</> : null}.{' '}
        {shown.reader && zone ? t('calls.page.yours', { place: placeOf(zone), time: shown.reader }) : null}
        <LocalTime date={date} context={context} words="calls.page.yours" />
      </p>
    </>
  );
}

function Undated({ call, takesPapers, context }: { call: CallView; takesPapers: boolean; context: PageContext }) {
  const { t } = context;
  if (!takesPapers || call.deadlines.every((date) => date.closesAt !== null))
    return <p class="what">{t('calls.page.nothingNext')}</p>;
  return (
    <>
      <p class="what">{t('calls.page.openUndated')}</p>
      <p class="when">{t('calls.page.openUndatedWhy')}</p>
    </>
  );
}

function Body({ call, context }: CallPageProps) {
  const { t } = context;
  const general = call.topics.filter((topic) => topic.trackId === null);
  const several = call.tracks.length > 1;
  return (
    <>
      <People people={call.guestEditors} title={t('calls.page.guestEditors', { count: call.guestEditors.length })} />
      {call.body === '' ? null : <div class="prose" dangerouslySetInnerHTML={{ __html: htmlOf(call.body) }} />}
      {several ? <h2>{t('calls.page.tracks')}</h2> : null}
      {call.tracks.map((track) => (
        <Track key={track.id} track={track} call={call} context={context} several={several} />
      ))}
      {general.length > 0 ? (
        <section>
          <h2>{t('calls.page.topics')}</h2>
          <Topics names={general.map((topic) => topic.name)} />
        </section>
      ) : null}
      <People people={call.chairs} title={t('calls.page.chairs', { count: call.chairs.length })} />
      {call.committee.length > 0 ? (
        <section>
          <h2>{t(call.kind === 'conference' ? 'calls.page.committee' : 'calls.page.board')}</h2>
          <ul class="committee">
            {call.committee.map((member) => (
              <li key={member.name}>
                {member.name}
                {member.affiliation === '' ? null : <span>, {member.affiliation}</span>}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {call.website === '' ? null : (
        <p>
          <a href={call.website} rel="noopener">
            {t('calls.page.website', { call: call.name })}
          </a>
        </p>
      )}
    </>
  );
}

function Track({
  track,
  call,
  context,
  several,
}: {
  track: CallView['tracks'][number];
  call: CallView;
  context: PageContext;
  several: boolean;
}) {
  const { t } = context;
  const topics = call.topics.filter((topic) => topic.trackId === track.id);
  const isSilent = !several && topics.length === 0 && track.description === '' && track.coChairs.length === 0;
  if (isSilent) return null;
  const Heading = several ? 'h3' : 'h2';
  return (
    <section class="track" id={track.slug}>
      {call.kind === 'special_issue' && !several ? null : <Heading>{track.name}</Heading>}
      <People people={track.coChairs} title={t('calls.page.coChairs', { count: track.coChairs.length })} small />
      {track.description === '' ? null : (
        <div class="prose" dangerouslySetInnerHTML={{ __html: htmlOf(track.description) }} />
      )}
      {topics.length > 0 ? (
        <>
          <Heading>{t('calls.page.topics')}</Heading>
          <Topics names={topics.map((topic) => topic.name)} />
        </>
      ) : null}
    </section>
  );
}

function Topics({ names }: { names: readonly string[] }) {
  return (
    <ul class="topics">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}

function People({ people, title, small = false }: { people: CallView['chairs']; title: string; small?: boolean }) {
  if (people.length === 0) return null;
  return (
    <div class="chairs">
      {small ? <p class="cv-faint cv-small">{title}</p> : <h2>{title}</h2>}
      {people.map((person) => (
        <p key={person.name}>
          {person.name}
          {person.affiliation === '' ? null : <span>{person.affiliation}</span>}
        </p>
      ))}
    </div>
  );
}

function WhatToSend({ call, context }: CallPageProps) {
  const { t } = context;
  const open = call.types.filter((type) => type.isOpen);
  if (open.length < 2 && !call.autoSubmit) return null;
  return (
    <div class="send">
      {open.length > 1 ? (
        <>
          <h3>{t('calls.page.whatToSend')}</h3>
          <ul>
            {open.map((type) => (
              <li key={type.id}>
                {type.name}
                {type.anonymity === 'none' ? <span> ({t('calls.page.type.none')})</span> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {call.autoSubmit ? <p>{t('calls.page.autoSubmit')}</p> : null}
    </div>
  );
}

function hasAbstract(call: CallView): boolean {
  return call.deadlines.some((date) => date.kind === 'abstract');
}

/** What search engines read: an event, or the issue of a journal. `<` cannot end the script early. */
function linkedData(call: CallView, context: PageContext): string {
  const url = `${context.publicUrl}/c/${call.slug}`;
  const event = call.deadlines.find((date) => date.kind === 'event');
  const shared = { '@context': 'https://schema.org', name: call.name, description: call.tagline || call.kicker, url };
  const data =
    call.kind === 'conference'
      ? {
          ...shared,
          '@type': 'Event',
          ...(event?.wallTime ? { startDate: event.wallTime, endDate: event.untilWallTime ?? event.wallTime } : {}),
          ...(call.place === '' ? {} : { location: { '@type': 'Place', name: call.place } }),
        }
      : {
          ...shared,
          '@type': 'PublicationIssue',
          ...(call.journal ? { isPartOf: { '@type': 'Periodical', name: call.journal.name } } : {}),
        };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
