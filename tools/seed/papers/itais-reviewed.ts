import type { DemoPaper } from './paper';

/** Submissions to ITAIS with reviewers, from the first invitation to the released decision. */
export const reviewedPapers: readonly DemoPaper[] = [
  {
    title: 'Co-production as routine: five years of a participatory budget platform',
    abstract:
      'Participatory budgets are studied at their birth and seldom in their routine. We analyse five annual cycles of one platform: 3,870 proposals, 61,000 votes, and the fate of 212 funded projects. Participation fell by a third after the second year and then held. What kept it was not the money but the published record of what had become of earlier projects. We argue that accountability after the vote is the part of a participatory budget that co-produces trust, and that platforms neglect it.',
    keywords: ['participatory budgeting', 'accountability', 'longitudinal study'],
    topics: [6, 11],
    by: ['ada', 'bruno'],
    telling: true,
    standing: {
      at: 'in_review',
      reviewers: [
        ['ravi', 'accepted'],
        ['ilaria', 4],
        ['pieter', 'draft'],
      ],
    },
  },
  {
    title: 'Bridging organisations in collaborative public service networks',
    abstract:
      'Networks of public, private and voluntary organisations need somebody to hold them together. From a social network analysis of two regional service networks and 27 interviews we identify bridging organisations that have neither mandate nor budget for the task. Their position depends on people rather than on contracts, and shared information systems weaken it before they replace it. We discuss what this means for the introduction of such systems.',
    keywords: ['networks', 'inter-organisational systems'],
    topics: [2, 8],
    standing: {
      at: 'in_review',
      reviewers: [
        ['ravi', 'asked'],
        ['jonas', 'accepted'],
        ['lucie', 'asked'],
      ],
    },
  },
  {
    title: 'Nudges that invite: randomised messages in a public health screening programme',
    abstract:
      'Invitations to cancer screening are a request for co-production. In cooperation with a regional health service we randomised the wording of 48,000 invitations. A message that named what the recipient contributes to the programme raised attendance by 2.1 percentage points; a message that named the risk had no effect. The difference is largest among those who had ignored two earlier invitations. We discuss ethical limits of such messages.',
    keywords: ['health', 'randomised trial', 'invitations'],
    topics: [10, 11],
    standing: {
      at: 'in_review',
      reviewers: [
        ['hanna', 'declined'],
        ['sofia', 5],
        ['stefano', 4],
        ['ravi', 'draft'],
      ],
    },
  },
  {
    title: 'Sensors, schools and stubborn data: citizen science in the classroom',
    abstract:
      'Forty school classes measured noise around their schools with the same device and the same instructions. The data differ more between classes than between places. We show how teachers adapt protocols to lessons, why this is reasonable, and how a protocol can leave room for it. With the adapted protocol the variance between classes fell by half. The paper contributes to the discussion of data quality in co-produced environmental monitoring.',
    keywords: ['citizen science', 'data quality', 'schools'],
    topics: [7, 6],
    standing: {
      at: 'in_review',
      reviewers: [
        ['nuria', 'late'],
        ['kaisa', 3],
        ['marta', 'accepted'],
      ],
    },
  },
  {
    title: 'Professional discretion in the age of the shared case file',
    abstract:
      'Shared case files let clients read and amend what professionals write about them. We interviewed 38 social workers in two agencies before and after the introduction. They write less, speak more by telephone, and keep private notes. At the same time clients correct facts that had been wrong for years. We discuss shared files as a form of co-production that is imposed on professionals and resisted by them in quiet ways.',
    keywords: ['case files', 'professionals', 'social work'],
    topics: [9],
    standing: {
      at: 'in_review',
      reviewers: [
        ['cleo', 2],
        ['mireille', 4],
        ['jonas', 'late'],
      ],
    },
  },
  {
    title: 'Hackathons and after: what remains of civic prototypes',
    abstract:
      'We traced 173 prototypes from 22 civic hackathons over three years. Nine are in use. All nine had a public servant in the team, and none had won a prize. We analyse the path from prototype to service with a focus on maintenance and responsibility, and propose that organisers select problems by the presence of somebody who owns them.',
    keywords: ['hackathons', 'prototypes', 'maintenance'],
    topics: [3, 8],
    standing: {
      at: 'in_review',
      reviewers: [
        ['owen', 4],
        ['tomasz', 2],
        ['ilaria', 'accepted'],
      ],
    },
  },
  {
    title: 'Open contracting data and the oversight of public works by residents',
    abstract:
      'Open contracting data promise oversight by those who live next to a building site. We followed three groups of residents who tried to use such data to monitor public works. None succeeded alone; all succeeded once an engineer, a journalist or an auditor joined. We describe the translation work involved and argue that publishing data without funding intermediaries shifts rather than shares oversight.',
    keywords: ['open contracting', 'oversight', 'intermediaries'],
    topics: [5, 8],
    standing: {
      at: 'in_review',
      reviewers: [
        ['dimitra', 'accepted'],
        ['mireille', 'asked'],
        ['sofia', 'declined'],
      ],
    },
  },
  {
    title: 'Co-creation in banking and in the town hall: a paired comparison',
    abstract:
      'Firms and public bodies use the same vocabulary of co-creation. In a paired comparison of a bank and a municipality that engaged the same consultant, we show that the same workshop produced customers in one place and citizens in the other. Differences lie less in method than in what participants may refuse. The right to refuse shapes which ideas survive.',
    keywords: ['co-creation', 'public and private', 'comparison'],
    topics: [1],
    standing: {
      at: 'in_review',
      reviewers: [
        ['anders', 3],
        ['marta', 4],
        ['owen', 'draft'],
      ],
    },
  },
  {
    title: 'Listening at scale: consultation responses and topic models in a ministry',
    abstract:
      'A ministry received 23,000 responses to a consultation and had six weeks. We accompanied the team that summarised them with the help of topic models. Analysts used the model to find what they could skip rather than what to read. We document the decisions that the model made invisible, and a simple sampling procedure with which the team regained some of them.',
    keywords: ['consultations', 'topic models', 'ethnography'],
    topics: [4, 9],
    standing: {
      at: 'in_review',
      reviewers: [
        ['lucie', 5],
        ['petra', 'accepted'],
        ['cleo', 'accepted'],
      ],
    },
  },
  {
    title: 'Repairing the commons: maintenance volunteers and a municipal asset register',
    abstract:
      'Benches, fountains and paths are maintained by volunteers in many towns and appear in asset registers that do not know them. We describe a register that records who cares for an asset, and its use in two towns. Insurance, not technology, was the obstacle. Once solved, the number of maintained assets doubled, and conflicts among volunteers appeared that the towns had not foreseen.',
    keywords: ['maintenance', 'volunteers', 'asset registers'],
    topics: [3, 6],
    standing: {
      at: 'in_review',
      reviewers: [
        ['stefano', 'asked'],
        ['petra', 'asked'],
        ['tomasz', 'asked'],
      ],
    },
  },
  {
    title: 'Translating the state: migrants as co-producers of administrative guidance',
    abstract:
      'Guidance on administrative procedures is translated word by word and remains foreign. In four cities groups of migrants rewrote guidance for those who came after them. We analyse the texts and their use. The rewritten guidance is longer, says what to do when something goes wrong, and names offices by their colour and stairs. Administrations adopted it slowly, because it admits that things go wrong.',
    keywords: ['migration', 'guidance', 'plain language'],
    topics: [7, 10],
    standing: {
      at: 'in_review',
      reviewers: [
        ['kaisa', 5],
        ['nuria', 4],
        ['dimitra', 'late'],
      ],
    },
  },
  {
    title: 'Smart waste, tired citizens: feedback fatigue in a pay-as-you-throw scheme',
    abstract:
      'Pay-as-you-throw schemes give households feedback in order to change what they do. We analyse three years of data from 9,400 households that received monthly feedback. Its effect halves every seven months. Households that could choose when to receive feedback kept the effect for twice as long. We discuss fatigue as a limit of co-production by measurement.',
    keywords: ['waste', 'feedback', 'smart cities'],
    topics: [6, 10],
    standing: {
      at: 'in_review',
      reviewers: [
        ['pieter', 3],
        ['hanna', 'accepted'],
        ['stefano', 3],
      ],
    },
  },
  {
    title: 'The co-production canvas: a design instrument and its use in nine services',
    abstract:
      'We present a canvas with which teams plan the contributions of citizens to a public service, and report on its use in nine services. The canvas asks who may stop contributing and what happens then, a question that teams found the hardest and most useful. We evaluate the instrument with interviews and with an analysis of 31 filled canvases.',
    keywords: ['design', 'canvas', 'service design'],
    topics: [2, 7],
    standing: {
      at: 'recommended',
      reviewers: [
        ['anders', 4],
        ['jonas', 4],
        ['nuria', 5],
      ],
      outcome: 'accept_paper',
      reason: 'Three positive reviews that agree on the contribution; the requested changes are small.',
    },
  },
  {
    title: 'Blockchain for neighbourhood currencies: promise and practice',
    abstract:
      'Neighbourhood currencies are meant to keep value local. We examine two that moved to a blockchain. Transactions became traceable and rarer. The paper reports on the migration, on the costs, and on what members say.',
    keywords: ['blockchain', 'community currencies'],
    topics: [3, 8],
    standing: {
      at: 'recommended',
      reviewers: [
        ['owen', 2],
        ['pieter', 1],
        ['lucie', 2],
      ],
      outcome: 'reject',
      reason: 'The evidence does not carry the conclusions, and the reviewers agree on it.',
    },
  },
  {
    title: 'Waiting together: queue information as co-production in outpatient clinics',
    abstract:
      'Outpatient clinics ask patients to arrive early and wait. In two clinics we let patients see and influence the order of a queue: they could offer to wait, or ask to be earlier with a reason that others could read. Most offers came without being asked for. Waiting times stayed the same and complaints fell by 40 per cent. We discuss fairness, privacy and the role of staff.',
    keywords: ['health', 'queues', 'fairness'],
    topics: [2, 9],
    standing: {
      at: 'recommended',
      reviewers: [
        ['sofia', 4],
        ['kaisa', 3],
        ['mireille', 4],
      ],
      outcome: 'accept_paper',
      reason: 'A clear idea with good evidence; one reviewer would like the fairness argument to be stronger.',
      metaReview:
        'The three reviewers agree that letting patients see and influence a queue is a clear idea, and that two clinics are enough to show that it can work. They differ on fairness: one asks what happens to patients who never offer to wait because they cannot. The reviewers discussed this and concluded that the material to answer it is in the paper, in the reasons that patients gave. Please bring it together in one section, and say what the staff did when two reasons were in conflict.',
    },
    talk: {
      threads: [
        {
          to: 'reviewers',
          said: [
            [
              'tala',
              9,
              'You agree on almost everything. What is left is fairness: does the paper have to answer who can afford to wait, or is it enough to name the question?',
            ],
            [
              'kaisa',
              8,
              'For me it has to answer it, at least for the patients it observed. Otherwise the fall in complaints may only mean that those who lose have stopped complaining.',
            ],
            [
              'sofia',
              7,
              'The reasons in table 3 say quite a lot about that; they are only not read in this light. I would ask for one section and no new data.',
            ],
            ['kaisa', 6, 'Agreed. With that section I would be content.'],
          ],
        },
      ],
      closedAgo: 4,
    },
  },
  {
    title: 'A map of co-production research in information systems, 2000–2015',
    abstract:
      'We review 164 articles on co-production in information systems and public administration. The two fields cite each other less than they did in 2005. Information systems research studies platforms, public administration studies relations, and few study both. We map themes and methods and propose four questions that need the two together.',
    keywords: ['literature review', 'co-production'],
    topics: [1, 11],
    standing: {
      at: 'recommended',
      reviewers: [
        ['marta', 3],
        ['tomasz', 3],
        ['ilaria', 4],
      ],
      outcome: 'accept_poster',
      reason: 'A useful map, better discussed in front of a poster than read as a paper.',
    },
  },
  {
    title: 'Ask the plumber: tacit knowledge in a municipal energy advice service',
    abstract:
      'Energy advice is given by engineers and followed when plumbers agree with it. We describe an advice service in which craftspeople annotate the advice before it reaches a household. Annotated advice was followed nearly twice as often. The annotations are short, specific and sometimes contradict the engineer, which households took as a sign of honesty.',
    keywords: ['energy', 'tacit knowledge', 'advice'],
    topics: [7, 8],
    standing: {
      at: 'decided',
      reviewers: [
        ['owen', 5],
        ['anders', 4],
        ['dimitra', 4],
      ],
      outcome: 'accept_paper',
    },
  },
  {
    title: 'Gamification of neighbourhood watch: an experiment that we stopped',
    abstract:
      'We report on an experiment in which points were given for reports to a neighbourhood watch, and on why we stopped it after five weeks. Reports rose, their accuracy fell, and reports about strangers rose most. We analyse the data of the five weeks and reflect on our responsibility as researchers.',
    keywords: ['gamification', 'ethics', 'safety'],
    topics: [10, 4],
    standing: {
      at: 'decided',
      reviewers: [
        ['hanna', 3],
        ['petra', 4],
        ['marta', 3],
      ],
      outcome: 'accept_poster',
      letter:
        'The reviewers valued the candour of this report. A poster will give you the conversations that it deserves; please bring the material on how the experiment was stopped.',
    },
  },
  {
    title: 'Cloud adoption in provincial administrations',
    abstract:
      'This paper analyses the adoption of cloud services by provincial administrations with the technology–organisation–environment framework. A survey of 51 administrations shows that size and management support are associated with adoption. Implications are discussed.',
    keywords: ['cloud', 'adoption', 'survey'],
    topics: [2],
    standing: {
      at: 'decided',
      reviewers: [
        ['jonas', 2],
        ['lucie', 2],
        ['tomasz', 1],
      ],
      outcome: 'reject',
    },
  },
  {
    title: 'Letting go of the form: conversational applications for housing support',
    abstract:
      'Applications for housing support fail at the form. With a tenants’ association and a city we replaced the form by a conversation that a trained volunteer leads and a system records. Complete applications rose from 54 to 81 per cent. We analyse 120 conversations, show which questions applicants had never understood, and discuss what the volunteer contributes that software did not.',
    keywords: ['housing', 'volunteers', 'forms'],
    topics: [2, 10],
    by: ['ada'],
    standing: {
      at: 'released',
      reviewers: [
        ['jonas', 4],
        ['nuria', 5],
        ['stefano', 4],
      ],
      outcome: 'accept_paper',
      letter:
        'All three reviewers recommend acceptance. Please say more in the final version about how the volunteers were trained, as Review B asks.',
      metaReview:
        'The reviewers agree that the conversation is a real alternative to the form and that the evidence is good. What they miss is the volunteer: how they were trained, what they did when an applicant did not know the answer, and what the service would cost if they were paid. None of this needs new data.',
    },
  },
  {
    title: 'Rivers with neighbours: co-produced monitoring of a catchment',
    abstract:
      'Along one river, anglers, farmers and a water authority measure the same water and trust different figures. We report on a joint protocol, three years of measurements, and the dispute that the protocol settled. The figures of the three parties now differ by less than the instruments do. What changed was less the method than the habit of measuring in each other’s presence.',
    keywords: ['water', 'monitoring', 'trust'],
    topics: [7, 11],
    standing: {
      at: 'released',
      reviewers: [
        ['marta', 5],
        ['owen', 4],
        ['sofia', 5],
      ],
      outcome: 'accept_paper',
    },
  },
  {
    title: 'Open innovation contests in city governments: who answers, who decides',
    abstract:
      'City governments hold contests to find ideas. We analyse 14 contests with 1,260 entries. A small group of entrants takes part in many cities, and juries favour what a department already planned. We discuss contests as a mirror in which administrations look for themselves.',
    keywords: ['open innovation', 'contests', 'cities'],
    topics: [6, 8],
    standing: {
      at: 'released',
      reviewers: [
        ['cleo', 3],
        ['kaisa', 4],
        ['anders', 3],
      ],
      outcome: 'accept_poster',
    },
  },
  {
    title: 'An app for reporting potholes',
    abstract:
      'We developed an application with which citizens can report potholes using the camera of their telephone. The application was implemented for two operating systems. A usability test with twelve students gave good results. Future work includes a test in a city.',
    keywords: ['mobile applications', 'usability'],
    topics: [6],
    standing: {
      at: 'released',
      reviewers: [
        ['ilaria', 1],
        ['pieter', 2],
        ['petra', 2],
      ],
      outcome: 'reject',
    },
  },
  {
    title: 'E-participation maturity: a model with five levels',
    abstract:
      'We propose a maturity model for e-participation with five levels from information to empowerment. The model is derived from the literature and was discussed with experts. It may be used by administrations to assess themselves.',
    keywords: ['maturity model', 'e-participation'],
    topics: [11],
    standing: {
      at: 'released',
      reviewers: [
        ['mireille', 2],
        ['dimitra', 3],
        ['hanna', 2],
      ],
      outcome: 'reject',
    },
  },
];
