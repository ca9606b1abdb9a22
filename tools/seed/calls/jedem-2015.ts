import type { CallContentInput } from '../call-content';

/** The call of the JeDEM special issue, from its text. The text names no dates: they are to be announced. */
export const jedem2015: CallContentInput = {
  slug: 'jedem-2015',
  kind: 'special_issue',
  journal: { slug: 'jedem', name: 'JeDEM' },
  name: 'ICT-Enabled Co-Production',
  kicker: 'JeDEM Call for Papers: Special Issue 2015',
  body: `Open innovation assumes that firms can and should use external ideas as well as internal ideas, and internal and external paths to market, in order to advance their technology. Open innovation, therefore, encourages organizations to search for solutions outside their organizational boundaries. Implementing open innovation in the public sector have a myriad of positive effects, including increased awareness of social problems, more effective practices based on broad citizen experience, and increased trust between government and citizens.

At the core of the concept of open innovation in the public sector lies the active involvement of citizens into public sector activities. This involvement is often referred to as co-creation and co-production. Although these terms were introduced back in the 70s, recently they have gained a renewed interest as a result of technological developments, which have given citizens more control, allowing for new ways of interaction and involvement, particularly in public services delivery.`,
  timeZone: 'Etc/GMT+12',
  anonymity: 'double',
  tracks: [{ slug: 'special-issue', name: 'ICT-Enabled Co-Production' }],
  officers: [
    {
      role: 'guest_editor',
      givenName: 'Mila',
      familyName: 'Gascó',
      affiliation: 'Institute of Public Governance and Management, ESADE Business & Law School, Spain',
      address: 'mila.gasco@example.org',
    },
    {
      role: 'guest_editor',
      givenName: 'Maria',
      familyName: 'Cucciniello',
      affiliation: 'Department of Policy Analysis and Public Management, Bocconi University, Italy',
      address: 'maria.cucciniello@example.org',
    },
  ],
};
