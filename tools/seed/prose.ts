/** Paragraphs of which the demo's papers are made, so that a page of them reads like a page. */
export const paragraphs: readonly string[] = [
  'Public services have always depended on what their users do. A school needs pupils who learn, a hospital patients who tell what hurts, a tax office citizens who keep their papers. What is new is that the contribution has become visible, measurable and, in part, a matter of design. This shift is the background of the present work.',
  'The literature offers several definitions of co-production. We follow those that ask for a voluntary and active contribution to a service by people who are not paid for it, and we leave aside contributions that are a mere condition of receiving the service. The boundary is not sharp, and some of the cases below lie on it.',
  'Three strands of research are relevant here. The first treats co-production as a relation between professionals and users. The second studies platforms through which contributions are collected and combined. The third asks about effects, and has found it difficult to separate those of a contribution from those of the people who are inclined to contribute.',
  'Data were collected between autumn and late spring. We conducted semi-structured interviews, took part in meetings, and were given access to the records of the service. Interviews lasted between forty and ninety minutes and were transcribed. Names of persons and places have been changed or left out.',
  'Two of us coded the material independently, with a list of codes that grew during the first third of the interviews and was then fixed. Disagreements were discussed until one reading remained; where two remained, both are reported. Agreement before discussion was substantial.',
  'A first result concerns the distribution of contributions. A small group contributed most of what was contributed, which agrees with what is known from other settings. Less expected was that this group changed almost completely in the second year, while its size did not.',
  'Professionals describe the change in terms of time. What users contribute must be read, checked and answered, and it arrives when it arrives. Several interviewees had developed routines to keep contributions from interrupting other work; some of these routines were known to their managers, and some were not.',
  'Users, in turn, describe the change in terms of attention. They value an answer more than a result. Where an answer explained why a proposal could not be followed, most of those who had made it contributed again; where there was no answer, few did.',
  'The quantitative material points in the same direction. The estimated effect is moderate, and it is robust to the exclusion of the largest site. We also find that it declines over time, and that the decline is slower where contributors could see what had become of earlier contributions.',
  'There are limitations. The sites were not chosen at random, and those who agreed to take part may differ from those who did not. The period of observation is short in relation to the processes that we describe. Finally, the system changed twice while it was observed, which we could record and not prevent.',
  'What follows for practice? Three points seem safe. A service that asks for contributions should plan the answers first. It should decide who may stop contributing, and what happens then. And it should count the work that contributions cause as work.',
  'For research, the results suggest that the unit of analysis should be the contribution and its fate rather than the contributor and their motives. Systems record the first and surveys the second; few studies have joined them. We intend to do so in the next phase of the project.',
];

const praise: readonly string[] = [
  'The paper addresses a question that matters to the track, and says early and plainly what it is.',
  'I enjoyed the care with which the cases are described; the reader learns something about the places and not only about the theory.',
  'The data are unusual, and the authors resist the temptation to claim more than they show.',
  'The argument is original as far as I can see, and the title promises no more than the paper holds.',
  'The literature of both fields is covered well, with a few older works that one is glad to see again.',
  'Method and material fit each other, and the steps of the analysis can be followed.',
];

const doubts: readonly string[] = [
  'The selection of the sites needs a paragraph of its own: who agreed, who declined, and what difference that may make.',
  'The theoretical section announces three strands and uses one. I would cut the other two or let them work.',
  'It remains unclear what the unit of analysis is; in section 2 it is the contribution, in section 4 the contributor.',
  'The step from the interviews to the table is too long for me. A few quotations, with their codes, would help.',
  'I miss a discussion of what the change costs the professionals, in hours and not only in words.',
  'The statistical part reports effects without intervals, and the exclusion of the smallest group is not explained.',
];

const advice: readonly string[] = [
  'A figure of the process would save a page of text.',
  'Please say what happened to those who stopped contributing; this may be the most interesting group.',
  'The conclusion could be bolder: the material would carry it.',
  'The abstract should name the country and the period.',
  'Some sentences run over five lines and lose the reader on the way.',
  'Consider moving the description of the software to an appendix.',
];

const verdicts: readonly string[] = [
  'In its present form the paper does not reach the contribution that it announces, and I do not see how a revision in the given time could get there.',
  'There is a paper in this material, but not yet this one.',
  'I am undecided: the strengths and the weaknesses are both real.',
  'With the changes above I would be glad to hear it presented.',
  'I recommend it without hesitation.',
];

const forChairs: readonly string[] = [
  '',
  'I have seen an earlier version of this work at a workshop; the authors have improved it a great deal.',
  '',
  'I am not certain about the statistics and would trust another reviewer over me there.',
  '',
  'Close to the line for me. If there is room, I would rather have it than not.',
];

const summaries: readonly string[] = [
  'The article studies how a service changes when its users contribute to it, and argues that the answer they receive matters more than the result.',
  'The authors compare several cases, find that the work of contributing is unevenly shared, and ask what follows for the design of services.',
  'An empirical article on the relation between those who provide a service and those who use it, with a long period of observation and a modest claim.',
];

/** By the keys of the default forms. */
export interface ReviewTexts {
  summary: string;
  comments: string;
  required_changes: string;
  confidential: string;
}

const at = (bank: readonly string[], index: number): string => bank[index % bank.length] ?? '';

/** What a demo reviewer writes: never twice the same for one paper, in keeping with the score (1 = lowest of `of`). */
export function reviewText(seed: number, score: number, of: number): ReviewTexts {
  const good = score / of > 0.6;
  const lines = good
    ? [
        `${at(praise, seed)} ${at(praise, seed + 2)}`,
        at(doubts, seed + 1),
        `${at(advice, seed)} ${at(advice, seed + 3)}`,
      ]
    : [
        at(praise, seed + 1),
        `${at(doubts, seed)} ${at(doubts, seed + 2)}`,
        `${at(doubts, seed + 4)} ${at(advice, seed)}`,
      ];
  const verdict = at(verdicts, Math.round(((score - 1) / (of - 1)) * (verdicts.length - 1)));
  return {
    summary: at(summaries, seed),
    comments: [...lines, verdict].join('\n\n'),
    required_changes: good ? `1. ${at(advice, seed)}` : `1. ${at(doubts, seed)}\n2. ${at(advice, seed + 1)}`,
    confidential: at(forChairs, seed),
  };
}
