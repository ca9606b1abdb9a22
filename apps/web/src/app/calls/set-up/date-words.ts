import type { CallView, DeadlineView } from '@convoke/contract';
import { intlLocale, zoneName } from '@convoke/texts';
import type { Texts } from '@convoke/ui';

type ShownTime = Pick<DeadlineView, 'wallTime' | 'untilWallTime' | 'zone' | 'closesAt'>;

/** “Sunday 5 June 2016, 23:59 AoE”, “7–8 October 2016”, “To be announced”: as typed, in its own zone. */
export function dateWords({ wallTime, untilWallTime, zone, closesAt }: ShownTime, texts: Texts): string {
  if (wallTime === null || closesAt === null) return texts.t('calls.date.unset');
  const format = new Intl.DateTimeFormat(intlLocale[texts.locale()], {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const dayOf = (typed: string) => new Date(`${typed.slice(0, 10)}T12:00:00Z`);
  if (wallTime.length === 10) return format.formatRange(dayOf(wallTime), dayOf(untilWallTime ?? wallTime));
  return `${format.format(dayOf(wallTime))}, ${wallTime.slice(11)} ${zoneName(zone, new Date(closesAt), texts.locale())}`;
}

/** The chair's own words for a date, or the usual ones, with the track or type it is for. */
export function dateName(
  date: Pick<DeadlineView, 'kind' | 'label' | 'trackId' | 'submissionTypeId'>,
  call: CallView,
  texts: Texts,
): string {
  const name = date.label === '' ? texts.t(`calls.date.${date.kind}`) : date.label;
  const track = call.tracks.find((one) => one.id === date.trackId)?.name;
  const type = call.types.find((one) => one.id === date.submissionTypeId)?.name;
  const scope = [track, type].filter(Boolean).join(', ');
  return scope === '' ? name : texts.t('calls.date.inTrack', { date: name, track: scope });
}
