import { Refusal } from '../refusal';
import {
  acceptsWork,
  AOE,
  deadlineFrom,
  type DeadlineRow,
  deadlineState,
  effectiveDeadline,
  instantOf,
  isOpen,
  openingFrom,
  requireOpen,
  takesTimeAway,
  timeline,
  whatIsNext,
  zoneFrom,
  zoneLabel,
} from './deadline';

const at = (iso: string): Date => new Date(iso);
const refusal = (work: () => unknown): Refusal => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};
const row = (wallTime: string | null, more: Partial<DeadlineRow> = {}): DeadlineRow => ({
  kind: 'paper',
  setAt: at('2016-01-01T00:00:00Z'),
  ...deadlineFrom(wallTime, 'AoE'),
  ...more,
});

describe('what was typed becomes an instant', () => {
  it('23:59 AoE closes at the beginning of the next minute, twelve hours behind UTC', () => {
    expect(deadlineFrom('2016-05-05T23:59', 'AoE')).toEqual({
      wallTime: '2016-05-05T23:59',
      zone: AOE,
      closesAt: at('2016-05-06T12:00:00Z'),
    });
    expect(zoneLabel(AOE)).toBe('AoE');
    expect(zoneLabel('Europe/Rome')).toBe('Europe/Rome');
  });

  it('follows daylight saving of the zone', () => {
    expect(deadlineFrom('2026-07-01T12:00', 'Europe/Rome').closesAt).toEqual(at('2026-07-01T10:01:00Z'));
    expect(deadlineFrom('2026-12-01T12:00', 'Europe/Rome').closesAt).toEqual(at('2026-12-01T11:01:00Z'));
  });

  it('includes the whole of a typed day, also where midnight is skipped', () => {
    expect(deadlineFrom('2016-10-07', 'Europe/Rome').closesAt).toEqual(at('2016-10-07T22:00:00Z'));
    expect(deadlineFrom('2026-09-05', 'America/Santiago').closesAt).toEqual(at('2026-09-06T04:00:00Z'));
  });

  it('opens at the beginning of what was typed', () => {
    expect(openingFrom('2016-03-01T09:00', 'AoE').closesAt).toEqual(at('2016-03-01T21:00:00Z'));
    expect(openingFrom('2016-03-01', 'UTC').closesAt).toEqual(at('2016-03-01T00:00:00Z'));
    expect(openingFrom(null, 'UTC').closesAt).toBeNull();
  });

  it('keeps an empty deadline empty: no limit', () => {
    expect(deadlineFrom(null, 'Europe/Rome')).toEqual({ wallTime: null, zone: 'Europe/Rome', closesAt: null });
    expect(deadlineFrom('', 'Europe/Rome').closesAt).toBeNull();
  });

  it('refuses a time that the clocks skip and offers the ones around it', () => {
    const { code, facts } = refusal(() => deadlineFrom('2026-03-29T02:30', 'Europe/Rome'));
    expect(code).toBe('wall_time_gap');
    expect(facts['alternatives']).toEqual([
      { wallTime: '2026-03-29T01:30', offset: '+01:00', at: '2026-03-29T00:30:00Z' },
      { wallTime: '2026-03-29T03:30', offset: '+02:00', at: '2026-03-29T01:30:00Z' },
    ]);
  });

  it('refuses a time that the clocks show twice, and accepts it once told which', () => {
    const { code, facts } = refusal(() => deadlineFrom('2026-10-25T02:30', 'Europe/Rome'));
    expect(code).toBe('wall_time_doubled');
    expect(facts['alternatives']).toEqual([
      { wallTime: '2026-10-25T02:30', offset: '+02:00', at: '2026-10-25T00:30:00Z' },
      { wallTime: '2026-10-25T02:30', offset: '+01:00', at: '2026-10-25T01:30:00Z' },
    ]);
    expect(instantOf('2026-10-25T02:30', 'Europe/Rome', 'earlier')).toEqual(at('2026-10-25T00:30:00Z'));
    expect(instantOf('2026-10-25T02:30', 'Europe/Rome', 'later')).toEqual(at('2026-10-25T01:30:00Z'));
  });

  it.each(['2016-02-30T10:00', '2016-02-30', '2016-05-05T24:00', '05/05/2016 10:00', '2016-05-05T10:00Z'])(
    'refuses %s as a wall time',
    (typed) => expect(refusal(() => deadlineFrom(typed, 'AoE')).code).toBe('invalid_body'),
  );

  it.each(['Europe/Atlantis', '+02:00', ''])('refuses "%s" as a zone', (zone) => {
    expect(refusal(() => zoneFrom(zone)).facts).toMatchObject({ path: 'zone' });
  });
});

describe('open iff now is before closing', () => {
  const deadline = row('2016-05-05T23:59');
  const closing = at('2016-05-06T12:00:00Z');
  const before = at('2016-05-06T11:59:59.999Z');

  it('is open until the last millisecond of the typed minute and closed from then on', () => {
    expect(isOpen(deadline, before)).toBe(true);
    expect(isOpen(deadline, closing)).toBe(false);
    expect(deadlineState(deadline, before)).toBe('open');
    expect(deadlineState(deadline, closing)).toBe('closed');
  });

  it('has no limit while unset', () => {
    expect(isOpen(row(null), at('2099-01-01T00:00:00Z'))).toBe(true);
    expect(deadlineState(row(null), at('2099-01-01T00:00:00Z'))).toBe('unset');
  });

  it('is upcoming before its opening', () => {
    const later = { ...deadline, opensAt: at('2016-04-01T00:00:00Z') };
    expect(deadlineState(later, at('2016-03-31T23:59:59Z'))).toBe('upcoming');
    expect(deadlineState(later, at('2016-04-01T00:00:00Z'))).toBe('open');
    expect(refusal(() => requireOpen(later, at('2016-03-01T00:00:00Z'))).code).toBe('not_open_yet');
  });

  it('lets work begun in time be finished within the grace, and no work begun later', () => {
    const inGrace = at('2016-05-06T12:04:59.999Z');
    expect(acceptsWork(deadline, inGrace, before)).toBe(true);
    expect(acceptsWork(deadline, at('2016-05-06T12:05:00Z'), before)).toBe(false);
    expect(acceptsWork(deadline, inGrace, closing)).toBe(false);
    expect(acceptsWork(deadline, inGrace, null)).toBe(false);
    expect(acceptsWork(deadline, inGrace, before, 0)).toBe(false);
  });

  it('says what passed and when', () => {
    const { code, facts } = refusal(() => requireOpen(deadline, closing));
    expect(code).toBe('deadline_passed');
    expect(facts).toEqual({
      kind: 'paper',
      wallTime: '2016-05-05T23:59',
      zone: 'AoE',
      closesAt: '2016-05-06T12:00:00.000Z',
    });
  });
});

describe('the row that holds', () => {
  const call = row('2016-06-05T23:59');
  const track = row('2016-06-06T23:59', { trackId: 't1' });
  const type = row('2016-06-07T23:59', { submissionTypeId: 'poster' });
  const submission = row('2016-06-08T23:59', { submissionId: 's1' });
  const person = row('2016-06-09T23:59', { personId: 'ada' });
  const rows = [person, type, call, submission, track];

  it.each([
    ['the call for everybody', {}, call],
    ['the track in the track', { trackId: 't1' }, track],
    ['the call in another track', { trackId: 't2' }, call],
    ['the type over the track', { trackId: 't1', submissionTypeId: 'poster' }, type],
    ['the submission over the type', { trackId: 't1', submissionTypeId: 'poster', submissionId: 's1' }, submission],
    ['the person over all', { trackId: 't1', submissionId: 's1', personId: 'ada' }, person],
  ])('is that of %s', (_, scope, expected) => expect(effectiveDeadline(rows, 'paper', scope)).toBe(expected));

  it('is the latest row of its scope, also when that one shortens', () => {
    const extended = row('2016-06-12T23:59', { setAt: at('2016-05-01T00:00:00Z') });
    const shortened = row('2016-06-10T23:59', { setAt: at('2016-05-02T00:00:00Z') });
    expect(effectiveDeadline([shortened, call, extended], 'paper', {})).toBe(shortened);
  });

  it('is never an old personal extension that a newer general one has overtaken', () => {
    const extended = row('2016-06-20T23:59', { setAt: at('2016-05-01T00:00:00Z') });
    expect(effectiveDeadline([...rows, extended], 'paper', { personId: 'ada' })).toBe(extended);
  });

  it('is none for a kind without rows', () => expect(effectiveDeadline(rows, 'review', {})).toBeNull());
});

describe('what is next', () => {
  const abstract = row('2016-05-05T23:59', { kind: 'abstract' });
  const paper = row('2016-06-05T23:59');
  const final = row(null, { kind: 'final' });

  it('is the one that closes first of those ahead', () => {
    expect(whatIsNext([paper, final, abstract], at('2016-04-01T00:00:00Z'))).toBe(abstract);
    expect(whatIsNext([paper, final, abstract], at('2016-05-06T12:00:00Z'))).toBe(paper);
    expect(whatIsNext([paper, final, abstract], at('2016-07-01T00:00:00Z'))).toBeNull();
  });

  it('shows all in order of time, the unset last', () => {
    const shown = timeline([final, paper, abstract], at('2016-05-10T00:00:00Z'));
    expect(shown.map(({ deadline, state, isNext }) => [deadline.kind, state, isNext])).toEqual([
      ['abstract', 'closed', false],
      ['paper', 'open', true],
      ['final', 'unset', false],
    ]);
  });

  it('knows when a change takes time away', () => {
    expect(takesTimeAway(paper, abstract)).toBe(true);
    expect(takesTimeAway(abstract, paper)).toBe(false);
    expect(takesTimeAway(final, paper)).toBe(true);
    expect(takesTimeAway(paper, final)).toBe(false);
    expect(takesTimeAway(null, paper)).toBe(false);
  });
});
