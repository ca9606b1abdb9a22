import type { DemoPaper } from './paper';

/** Submissions to ITAIS that are not yet with reviewers: drafts, abstracts, papers just in, two withdrawn. */
export const earlyPapers: readonly DemoPaper[] = [
  {
    title: 'Neighbourhood care networks on a shared calendar',
    abstract:
      'Informal carers and municipal home-care teams visit the same people and rarely know of each other. We describe the first year of a shared calendar in three neighbourhoods.',
    keywords: ['home care'],
    topics: [2],
    by: ['ada', 'bruno'],
    standing: { at: 'draft' },
  },
  {
    title: 'Participation without participants',
    abstract: '',
    keywords: [],
    topics: [],
    standing: { at: 'draft' },
  },
  {
    title: 'What do volunteers see? A dashboard for a civil protection district',
    abstract:
      'Volunteers of civil protection groups act on information that reaches them late and in pieces. Together with one district we built a dashboard that shows volunteers what the operations room sees, and asked both sides what changed. Volunteers report fewer idle hours; the operations room reports more questions, most of them useful. We discuss which information can be shared before an event is confirmed and who should decide on it.',
    keywords: ['civil protection', 'volunteers', 'dashboards'],
    topics: [2, 7],
    standing: { at: 'complete_draft' },
  },
  {
    title: 'Co-producing school meals: parents, kitchens and a reporting application',
    abstract:
      'School meal services are judged by those who never eat them. In a mid-sized Italian city parents, pupils and kitchen staff used a reporting application for two school years. We analyse 4,100 reports and 32 interviews. Reports by pupils led to changes within days; reports by parents led to meetings. The paper traces how the kitchens learned to read the two kinds of report differently, and what that asks of a service contract.',
    keywords: ['school meals', 'reporting', 'service contracts'],
    topics: [7, 9],
    standing: { at: 'complete_draft' },
  },
  {
    title: 'Trust before data: why small municipalities hesitate to open their registers',
    abstract:
      'Small municipalities publish less open data than large ones even where software and training are free. From 21 interviews with municipal secretaries in four Italian regions we reconstruct the reasons given for not publishing. Fear of error outweighs fear of misuse, and both fade where a neighbouring municipality published first. We propose a peer arrangement in which a municipality publishes together with a partner that answers questions on its behalf for the first six months, and outline how we intend to evaluate it.',
    keywords: ['open data', 'municipalities', 'trust'],
    topics: [5],
    by: ['ada'],
    standing: { at: 'abstract' },
  },
  {
    title: 'The hidden work of moderating a city forum',
    abstract:
      'Online forums run by city administrations depend on moderators whose work appears in no job description. We plan to follow six moderators in three cities over four months, with diaries and logs of their interventions, and to ask how they balance the neutrality that is expected of an office with the presence that a community needs. The abstract reports on a pilot with one moderator, whose interventions were mostly private messages that prevented a public dispute.',
    keywords: ['moderation', 'city forums', 'public work'],
    topics: [4, 9],
    standing: { at: 'abstract' },
  },
  {
    title: 'Public libraries as makers of local statistics',
    abstract:
      'Public libraries hold rooms, trust and people who can explain a table. We report on two libraries that began to collect local statistics together with residents: noise, rents, waiting times at offices. Residents chose what to count. The figures are small and openly imperfect, and they were cited in two council debates. We ask what makes such figures acceptable to an administration that has its own statistical office.',
    keywords: ['libraries', 'citizen statistics'],
    topics: [3, 5],
    standing: { at: 'abstract' },
  },
  {
    title: 'From complaint to contribution: reframing the reporting of street defects',
    abstract:
      'Applications that let residents report street defects are often called co-production, although a report leaves all of the work with the administration. We compare reporting with two arrangements in which residents also verify and prioritise reports of others. The planned paper analyses 18 months of data from three cities and asks whether verification shifts work, improves it, or merely adds to it.',
    keywords: ['street defects', 'crowdsourcing'],
    topics: [6, 10],
    standing: { at: 'abstract' },
  },
  {
    title: 'Who is the client? Co-production in public procurement of software',
    abstract:
      'When several public bodies commission software together, each is client and none is the client. Drawing on institutional theory we examine four joint procurements in which user departments took part in development. Their role moved between tester, author of requirements and informal project manager. We outline three arrangements and the conflicts typical of each.',
    keywords: ['procurement', 'software', 'institutional theory'],
    topics: [1, 8],
    standing: { at: 'abstract' },
  },
  {
    title: 'Time banks and municipal platforms: an uneasy marriage',
    abstract:
      'Time banks exchange hours of help among members. Several municipalities have adopted them as a social policy and moved them onto platforms of their own. We study what is lost and gained in the move by comparing three time banks before and after. First results suggest that exchanges become more frequent and relations shallower, and that coordinators regret the second more than they welcome the first.',
    keywords: ['time banks', 'platforms', 'social policy'],
    topics: [3, 10],
    standing: { at: 'abstract' },
  },
  {
    title: 'Reading the minutes: council records as a resource for civic initiatives',
    abstract:
      'Records of municipal councils are public and unreadable. We present a corpus of 11,000 minutes of 64 Italian municipalities, a segmentation into agenda items, and a search service developed with four civic initiatives. A study of its use over seven months shows that initiatives look for precedents more than for positions: how another town solved a similar question, and what it cost. We derive requirements for the publication of minutes and discuss the limits of automatic segmentation where records are scanned.',
    keywords: ['council records', 'open government', 'text analysis'],
    topics: [5, 2],
    standing: { at: 'submitted' },
  },
  {
    title: 'Motivation crowding in participatory air-quality sensing',
    abstract:
      'Does paying participants destroy what made them take part? In a field experiment with 214 households that operate air-quality sensors, one third received a monthly payment, one third a personal report, and one third neither. After eight months the share of working sensors was highest among those with a report and lowest among those whose payment had ended. We interpret the result with motivation crowding theory and discuss it for public services that rely on long-term contributions of residents.',
    keywords: ['motivation', 'participatory sensing', 'field experiment'],
    topics: [10, 6],
    standing: { at: 'submitted' },
  },
  {
    title: 'Case workers as co-designers: lessons from a benefits portal',
    abstract:
      'Digital benefits portals are designed with clients or with managers, seldom with the case workers between them. We report on an action research project in which eleven case workers redesigned the intake of a social benefits portal. The redesign removed a third of the questions and added one. We describe the methods, the resistance of the legal department, and the negotiations that made the change possible, and argue that professional discretion is a design material.',
    keywords: ['case workers', 'action research', 'benefits'],
    topics: [9],
    standing: { at: 'submitted' },
  },
  {
    title: 'Public, private, citizen: governing a tri-sector mobility data pool',
    abstract:
      'Mobility data are held by operators, cities and travellers. We study the governance of a pool to which all three contribute, from its foundation to the withdrawal of its largest private member. Using the framework for governing knowledge commons we trace how rules on access, benefit and exit were negotiated. The withdrawal, feared as the end, led to rules that smaller members had asked for all along.',
    keywords: ['data commons', 'mobility', 'partnership'],
    topics: [8, 6],
    standing: { at: 'submitted' },
  },
  {
    title: 'Measuring what citizens add: an outcome model for co-produced services',
    abstract:
      'Evaluations of co-production count participants and seldom outcomes. We develop a model that separates the effect of a service from the effect of the contribution that its users make to it, and apply it to a programme of peer-supported smoking cessation. The contribution of peers explains about a quarter of the effect after one year. We discuss the data that such a model demands and where its assumptions fail.',
    keywords: ['evaluation', 'outcomes', 'health'],
    topics: [11],
    standing: { at: 'submitted' },
  },
  {
    title: 'Digital volunteering and the ageing village: a research proposal',
    abstract:
      'This doctoral project asks how villages with a shrinking and ageing population organise mutual help when coordination moves to messaging groups and shared lists. It combines an ethnography of two villages with a comparison of twelve. The proposal presents the theoretical frame, the first findings from one winter of field work, and the questions on which advice is sought: how to follow groups that are private, and how to compare villages that differ in nearly everything.',
    keywords: ['doctoral project', 'villages', 'volunteering'],
    topics: [3, 10],
    type: 'doctoral_consortium',
    standing: { at: 'submitted' },
  },
  {
    title: 'A chatbot for the registry office',
    abstract:
      'We present a chatbot that answers questions on residence registration and was trained on letters of a registry office. In a first test with 60 residents it answered two thirds of the questions correctly. The paper describes the architecture and the test.',
    keywords: ['chatbots', 'registry office'],
    topics: [2],
    standing: { at: 'withdrawn' },
  },
  {
    title: 'Social media and flood response: a survey of 40 municipalities',
    abstract:
      'During floods, residents report, ask and warn on social media. We surveyed 40 municipalities on what they do with these messages. Half read them, a quarter answers, and three act on them. We discuss staffing, liability and the fear of rumours, and compare the answers with messages from two floods.',
    keywords: ['social media', 'floods', 'survey'],
    topics: [4],
    standing: { at: 'withdrawn' },
  },
];
