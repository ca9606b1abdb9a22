import { callDefaults, callKinds, settingsOf } from './call';
import { invitable, parseCommittee } from './committee';
import { deadlineFrom, type DeadlineKind } from './deadline';
import { type CallInSetup, readinessOf } from './readiness';

const now = new Date('2026-01-01T00:00:00Z');
const date = (kind: DeadlineKind, wallTime: string | null): CallInSetup['deadlines'][number] => ({
  kind,
  ...deadlineFrom(wallTime, 'AoE'),
});
const pdf = 'application/pdf';
const paper = {
  id: 'paper',
  key: 'paper',
  name: 'Paper',
  anonymity: null,
  isOpen: true,
  settings: {
    slots: [{ key: 'paper', label: 'Paper', required: true, mediaTypes: [pdf], maxBytes: 1, maxFiles: 1 }],
    topics: { min: 1, max: 3 },
  },
};
const track = {
  id: 't1',
  name: 'Co-production',
  topics: [{ id: 'a', name: 'Open data' }],
  chairIds: ['tala', 'paolo'],
};
const ready: CallInSetup = {
  kind: 'conference',
  name: 'ITAIS 2016',
  body: 'ICT and innovation',
  tracks: [track],
  types: [paper],
  deadlines: [
    date('abstract', '2026-05-05T23:59'),
    date('paper', '2026-06-05T23:59'),
    date('review', '2026-07-01T23:59'),
    date('notification', '2026-07-11T23:59'),
    date('final', '2026-09-04T23:59'),
  ],
  reviewForm: [{ required: true }],
  headIds: ['chidi'],
  committee: ['ravi', 'marta', 'hanna'],
  reviewsPerSubmission: 3,
};
const found = (change: Partial<CallInSetup>, at = now): string[] =>
  readinessOf({ ...ready, ...change }, at).map(({ section, code, severity, facts }) =>
    [section, code, severity, ...Object.values(facts)].join(' '),
  );

describe('before a call opens', () => {
  it('nothing is missing when all is set', () => expect(found({})).toEqual([]));

  it.each<[string, Partial<CallInSetup>, string[]]>([
    ['no name', { name: ' ' }, ['text no_name blocking']],
    ['no text', { body: '' }, ['text no_text advice']],
    ['no track', { tracks: [] }, ['tracks no_track blocking']],
    [
      'a track without co-chair',
      { tracks: [{ ...track, chairIds: [] }] },
      ['tracks no_co_chair advice Co-production', 'tracks single_handler advice Co-production'],
    ],
    [
      'nobody to handle a track',
      { tracks: [{ ...track, chairIds: [] }], headIds: [] },
      ['tracks no_handler blocking Co-production', 'committee no_chair blocking'],
    ],
    ['no topics', { tracks: [{ ...track, topics: [] }] }, ['tracks no_topics advice Co-production']],
    ['no type', { types: [{ ...paper, isOpen: false }] }, ['types no_type blocking']],
    [
      'more topics asked for than there are',
      { types: [{ ...paper, settings: { ...paper.settings, topics: { min: 2, max: 3 } } }] },
      ['types more_topics_than_there_are blocking Paper 1'],
    ],
    ['no review form', { reviewForm: [] }, ['form no_review_form blocking']],
    ['a form that asks for nothing', { reviewForm: [{ required: false }] }, ['form nothing_required advice']],
    ['no committee', { committee: [] }, ['committee no_committee advice']],
    ['too few people', { committee: ['ravi'] }, ['committee committee_too_small advice 1 3']],
  ])('%s is said', (_, change, expected) => expect(found(change)).toEqual(expected));

  it('empty dates are said and never block: they are "to be announced"', () => {
    expect(found({ deadlines: [] })).toEqual(
      ['paper', 'review', 'notification', 'final'].map((kind) => `dates date_unset advice ${kind}`),
    );
    expect(
      found({ kind: 'special_issue', deadlines: [date('paper', null)] }).every((item) => item.includes('advice')),
    ).toBe(true);
  });

  it('dates out of order and a paper deadline that is over block', () => {
    const deadlines = [...ready.deadlines.filter(({ kind }) => kind !== 'review'), date('review', '2026-06-01T23:59')];
    expect(found({ deadlines })).toEqual(['dates dates_out_of_order blocking paper review']);
    expect(found({}, new Date('2026-06-06T12:00:00Z'))).toEqual(['dates paper_deadline_passed blocking']);
  });

  it('an own paper of the only handler needs another', () => {
    const alone = { tracks: [{ ...track, chairIds: ['chidi'] }], ownPapers: [{ trackId: 't1', personId: 'chidi' }] };
    expect(found(alone)).toEqual(['tracks own_paper_without_handler blocking Co-production']);
    expect(found({ ...alone, headIds: ['chidi', 'eva'] })).toEqual([]);
    expect(found({ ...alone, standIns: ['chidi'] })).toEqual([
      'tracks own_paper_without_handler blocking Co-production',
    ]);
    expect(found({ ...alone, standIns: ['eva'] })).toEqual([]);
  });

  it('a single handler is no worry where somebody steps in', () => {
    const single = { tracks: [{ ...track, chairIds: ['chidi'] }] };
    expect(found(single)).toEqual(['tracks single_handler advice Co-production']);
    expect(found({ ...single, standIns: ['eva'] })).toEqual([]);
  });

  it('what blocks comes first', () => {
    const severities = readinessOf({ ...ready, body: '', reviewForm: [], committee: [] }, now).map(
      ({ severity }) => severity,
    );
    expect(severities).toEqual(['blocking', 'advice', 'advice']);
  });
});

describe('the settings of a call', () => {
  it('have the defaults of its kind where nothing is set', () => {
    for (const kind of callKinds) expect(settingsOf({ kind, settings: {} })).toEqual(callDefaults[kind]);
    expect(settingsOf({ kind: 'conference', settings: { maxLoad: 2 } })).toMatchObject({
      maxLoad: 2,
      handlersDecide: false,
    });
    expect(callDefaults.special_issue.handlersDecide).toBe(true);
  });
});

describe('a pasted committee', () => {
  const known = {
    members: ['Marta.Nowak@example.org'],
    invited: ['hanna@example.org'],
    topics: [
      { id: 'a', name: 'Open data' },
      { id: 'b', name: 'Smart cities' },
    ],
  };
  const parse = (text: string): ReturnType<typeof parseCommittee> => parseCommittee(text, known);

  it('has names, addresses, affiliations and topics, with or without header', () => {
    const expected = {
      givenName: 'Ravi',
      familyName: 'Menon',
      address: 'ravi@example.org',
      affiliation: 'IISc',
      topicIds: ['a', 'b'],
      unknownTopics: ['Blockchain'],
      problems: [],
    };
    expect(
      parse('Name,E-mail,Affiliation,Topics\nRavi Menon,ravi@example.org,IISc,open  data; Smart cities; Blockchain'),
    ).toMatchObject([expected]);
    expect(parse('Ravi Menon, ravi@example.org, IISc, Open data | Smart Cities | Blockchain')).toMatchObject([
      expected,
    ]);
    expect(parse('Ravi Menon\travi@example.org\tIISc\tOpen data;Smart cities;Blockchain')).toMatchObject([expected]);
  });

  it('keeps a plain line of name, affiliation, address working', () => {
    expect(parse('Ravi Menon <ravi@example.org>, IISc')).toMatchObject([
      { familyName: 'Menon', affiliation: 'IISc', topics: [] },
    ]);
  });

  it('shows duplicates, members and open invitations, and invites only the rest', () => {
    const rows = parse(
      'Ravi Menon,ravi@example.org,IISc\nR. Menon,RAVI@example.org,IISc\nMarta Nowak,marta.nowak@example.org,UW\nHanna Lindqvist,hanna@example.org,UU\nNobody,,X',
    );
    expect(rows.map(({ line, problems }) => [line, ...problems])).toEqual([
      [1],
      [2, 'address_twice'],
      [3, 'already_member'],
      [4, 'already_invited'],
      [5, 'no_address'],
    ]);
    expect(invitable(rows).map(({ line }) => line)).toEqual([1]);
  });
});
