import type { CallView, DeadlineView, ReadinessItem, ReviewFormField } from '@convoke/contract';

type Section = ReadinessItem['section'];

const blocking = (code: string, section: Section, facts: ReadinessItem['facts'] = {}): ReadinessItem => ({
  code,
  severity: 'blocking',
  section,
  facts,
});
const advice = (code: string, section: Section, facts: ReadinessItem['facts'] = {}): ReadinessItem => ({
  code,
  severity: 'advice',
  section,
  facts,
});
const when = (condition: boolean, item: ReadinessItem): ReadinessItem[] => (condition ? [item] : []);

/** What is still unset before a call opens: what nobody could submit or review without blocks, the rest is advice. */
export function readinessOf(call: CallView, reviewForm: readonly ReviewFormField[]): ReadinessItem[] {
  const isConference = call.kind === 'conference';
  return [
    ...when(call.tracks.length === 0, blocking('no_track', 'tracks')),
    ...when(!call.types.some((type) => type.isOpen), blocking('no_type', 'types')),
    ...when(reviewForm.length === 0, blocking('no_review_form', 'form')),
    ...when(call.body === '' && call.tracks.every((track) => track.description === ''), advice('no_text', 'text')),
    ...when(isConference && call.place === '', advice('no_place', 'text')),
    ...when(isConference && call.chairs.length === 0, advice('no_chair', 'committee')),
    ...when(!isConference && call.guestEditors.length === 0, advice('no_guest_editor', 'committee')),
    ...call.tracks
      .filter((track) => isConference && track.coChairs.length === 0)
      .map((track) => advice('no_co_chair', 'committee', { track: track.name })),
    ...when(call.topics.length === 0, advice('no_topics', 'tracks')),
    ...when(call.committee.length === 0, advice('no_committee', 'committee')),
    ...datesOf(call.deadlines),
  ];
}

const order = ['abstract', 'paper', 'review', 'notification', 'final'] as const;

function datesOf(all: readonly DeadlineView[]): ReadinessItem[] {
  const dates = all.filter((date) => date.trackId === null && date.submissionTypeId === null);
  const unset = dates
    .filter((date) => date.closesAt === null)
    .map((date) => advice('date_unset', 'dates', { kind: date.kind }));
  const past = dates
    .filter((date) => date.state === 'closed' && date.kind !== 'opening')
    .map((date) => advice('date_past', 'dates', { kind: date.kind }));
  const dated = order.flatMap((kind) => dates.find((date) => date.kind === kind && date.closesAt !== null) ?? []);
  const disordered = dated.slice(1).flatMap((date, index) => {
    const before = dated[index];
    if (!before || (before.closesAt ?? '') <= (date.closesAt ?? '')) return [];
    return [advice('dates_disordered', 'dates', { earlier: before.kind, later: date.kind })];
  });
  return [...unset, ...past, ...disordered];
}
