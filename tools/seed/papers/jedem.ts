import type { DemoPaper } from './paper';

/** Submissions to the special issue: one just in, the others with reviewers, one sent back for a minor revision. */
export const jedemPapers: readonly DemoPaper[] = [
  {
    title: 'Co-production by default: how digital channels shift work to citizens',
    abstract:
      'Digital channels of public services are presented as an offer to take part and experienced as an obligation to do the work. From a comparison of six services in three countries we distinguish contributions that citizens may make from contributions that they cannot avoid. The article develops a vocabulary for the second kind and shows with survey data from 2,900 users that it weighs most on those who use a service least often.',
    keywords: ['digital channels', 'administrative burden'],
    topics: [],
    standing: {
      at: 'in_review',
      reviewers: [
        ['ravi', 3],
        ['marta', 3],
      ],
    },
  },
  {
    title: 'Patients as partners in the design of an electronic health record',
    abstract:
      'We report on a four-year project in which patients with chronic conditions took part in the design of an electronic health record. Patients asked for fewer functions and more explanations. We follow twelve of their requests through the project and explain, with the records of 61 meetings, why seven were lost on the way.',
    keywords: ['health records', 'participatory design'],
    topics: [],
    by: ['ada', 'bruno'],
    standing: {
      at: 'in_review',
      reviewers: [
        ['nuria', 4],
        ['ravi', 'accepted'],
      ],
    },
  },
  {
    title: 'Open data intermediaries and the unequal benefits of openness',
    abstract:
      'Open data reach citizens through intermediaries. We interviewed 44 of them in four cities and traced who benefits from their work. Intermediaries serve those who can name their question. The article proposes three ways in which public bodies can support intermediaries who start from people without a question.',
    keywords: ['open data', 'intermediaries', 'equality'],
    topics: [],
    standing: {
      at: 'in_review',
      reviewers: [
        ['sofia', 'draft'],
        ['kaisa', 'declined'],
        ['pieter', 'asked'],
      ],
    },
  },
  {
    title: 'Crowdsourcing a constitution: deliberation, voice and the limits of a platform',
    abstract:
      'A crowdsourced draft of a constitution drew 3,600 comments. We code the comments and follow them into the text. Comments that proposed wording had four times the chance of comments that gave reasons. We discuss what a platform that rewards wording does to deliberation.',
    keywords: ['crowdsourcing', 'deliberation'],
    topics: [],
    file: 'docx',
    standing: { at: 'submitted' },
  },
  {
    title: 'Emergency volunteers, official channels: coordinating spontaneous help by messaging',
    abstract:
      'In emergencies people help before anybody asks them to. We study how a fire service began to coordinate spontaneous helpers by messaging groups, with logs of three events and interviews on both sides. Coordination succeeded where the service answered offers that it could not use.',
    keywords: ['emergencies', 'volunteers', 'messaging'],
    topics: [],
    standing: {
      at: 'released',
      reviewers: [
        ['owen', 3],
        ['stefano', 3],
      ],
      outcome: 'minor_revision',
      letter:
        'Both reviewers see a clear contribution. Please answer Review A on the selection of the three events, and shorten the section on related work.',
    },
  },
  {
    title: 'Trust in co-produced police statistics',
    abstract:
      'Three police districts let residents choose which local statistics are published and how. We measured trust before and after with a panel of 1,150 residents. Trust in the statistics rose; trust in the police did not. The article discusses what transparency can and cannot be asked to do.',
    keywords: ['trust', 'police', 'panel study'],
    topics: [],
    standing: {
      at: 'in_review',
      reviewers: [
        ['dimitra', 2],
        ['anders', 3],
      ],
    },
  },
  {
    title: 'Who maintains the map? Volunteers and city surveyors in a shared geodata base',
    abstract:
      'Volunteers and surveyors edit the same map. With the history of 210,000 edits in two cities we show how a division of labour emerged without being planned. Surveyors correct positions, volunteers correct names, and both avoid what the other touched last. We discuss maintenance as the neglected half of co-production.',
    keywords: ['geodata', 'maintenance', 'volunteers'],
    topics: [],
    standing: {
      at: 'decided',
      reviewers: [
        ['lucie', 4],
        ['mireille', 4],
      ],
      outcome: 'accept',
    },
  },
];
