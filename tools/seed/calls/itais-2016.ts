import type { CallContentInput } from '../call-content';

const track = 'co-production';

/** The call for papers of ITAIS 2016, from its text. */
export const itais2016: CallContentInput = {
  slug: 'itais-2016',
  kind: 'conference',
  name: 'ITAIS 2016',
  kicker: '13th Conference of the Italian Chapter of AIS',
  tagline: 'ICT and innovation: a step forward to a global society',
  body: `ITAIS – the 13th Conference of the Italian Chapter of AIS, *ICT and innovation: a step forward to a global society* – is calling for your papers.

## What to submit

An abstract of at most 1000 words, except references, is encouraged and comes first: it lets the co-chairs see what is coming. The full paper follows on the same submission, or is submitted directly. Accepted contributions are presented as a paper or as a poster. Proposals for the doctoral consortium are welcome too.`,
  timeZone: 'Etc/GMT+12',
  anonymity: 'double',
  settings: { abstract: { encouraged: true, maxWords: 1000 } },
  tracks: [
    {
      slug: track,
      name: 'ICT-enabled innovation in public services: co-production and collaborative networking',
    },
  ],
  topics: [
    'Service co-production/co-creation in the public and in the private sector: differences and similarities',
    'ICT-enabled collaborative public service production',
    'Co-production as a tool for social innovation',
    'The role of social media to enable public service co-production',
    'Open data, open government and co-production',
    'Co-production and the role of citizens in smart cities',
    'Case-studies and examples of co-production in public services',
    'Co-production and Public/Private/Citizen Partnership',
    'Challenges of co-production for the work of public sector professionals',
    'How citizens can be motivated to engage in public service co-production',
    'How to assess the effects of public service co-production',
  ].map((name) => ({ name, track })),
  dates: [
    { kind: 'abstract', wallTime: '2016-05-05T23:59', note: 'Encouraged; at most 1000 words, except references' },
    { kind: 'paper', wallTime: '2016-06-05T23:59' },
    { kind: 'review', wallTime: '2016-06-27T23:59' },
    { kind: 'notification', wallTime: '2016-07-11' },
    { kind: 'final', wallTime: '2016-09-04T23:59', note: 'Final paper or poster' },
    { kind: 'doctoral_consortium', wallTime: '2016-10-07' },
    { kind: 'event', wallTime: '2016-10-07', untilWallTime: '2016-10-08' },
  ],
  officers: [
    {
      role: 'track_chair',
      track,
      givenName: 'W.',
      familyName: 'Castelnovo',
      affiliation: 'U. of Insubria, Italy',
      address: 'w.castelnovo@example.org',
    },
    {
      role: 'track_chair',
      track,
      givenName: 'P.',
      familyName: 'Depaoli',
      affiliation: 'LUISS Guido Carli U.',
      address: 'p.depaoli@example.org',
    },
    {
      role: 'track_chair',
      track,
      givenName: 'G.',
      familyName: 'Misuraca',
      affiliation: 'EU Commission, JRC-IPTS, Seville, Spain',
      address: 'g.misuraca@example.org',
    },
  ],
};
