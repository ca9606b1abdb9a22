import type { DemoPaper } from './paper';

/** Submissions to ITAIS whose reviews are in and talked about: by the reviewers, with the authors, or both. */
export const discussedPapers: readonly DemoPaper[] = [
  {
    title: 'Whose map is it? Volunteer mapping in a district that floods',
    abstract:
      'After each flood, residents of one district correct the map by which the next one will be managed. We compare 2,300 corrections over four years with the records of the water authority, and with a second district in which nobody corrects anything. Corrections are accurate to within a few metres and late by several weeks. We argue that a map that residents repair is a form of co-production whose value lies less in its accuracy than in who notices that it is wrong.',
    keywords: ['volunteered geographic information', 'floods', 'maps'],
    topics: [6, 7],
    standing: {
      at: 'in_review',
      reviewers: [
        ['ravi', 2],
        ['marta', 4],
        ['ilaria', 4],
      ],
    },
    talk: {
      threads: [
        {
          to: 'reviewers',
          said: [
            [
              'tala',
              6,
              'Two of you would accept this paper and one would not, and the difference seems to be section 4: is the second district a control or an illustration? Please say what would change your mind.',
            ],
            [
              'marta',
              5,
              'I read it as an illustration. The paper never estimates an effect from it, and its argument stands without the comparison. What I would ask for is that the title of the section says so.',
            ],
            [
              'ravi',
              4,
              'Then the abstract promises too much: “we compare … with a second district”. If the authors call it an illustration throughout, half of my objections are gone. The other half is the delay: corrections that arrive weeks late cannot help to manage the flood they are about.',
            ],
            [
              'ilaria',
              3,
              'But they help with the next one, which is what the first sentence says. I agree about the abstract.',
            ],
            [
              'tala',
              1,
              'Thank you, this helps. One more question before I recommend: with the abstract and section 4 changed as you say, would you rather hear it as a paper, or see it as a poster?',
            ],
          ],
        },
        {
          to: 'reviewer',
          said: [
            [
              'ilaria',
              4,
              'For the chairs: I reviewed an earlier version of this work for a workshop, where it was not accepted. The method has changed since. It should not count against the authors, but you should know.',
            ],
            ['tala', 3, 'Thank you for saying so. I see no reason to ask somebody else.'],
          ],
        },
        {
          to: 'chairs',
          said: [
            [
              'tala',
              2,
              'I lean towards a paper, if there is room: the discussion moves that way, and the topic is missing from the programme otherwise.',
            ],
            ['chidi', 1, 'There is room for one more in the second session. I would follow you.'],
          ],
        },
      ],
    },
  },
  {
    title: 'Night shifts of a helpline: volunteers, scripts and the freedom to leave them',
    abstract:
      'A crisis helpline gives its volunteers a script and asks them to leave it when they must. From 64 logged shifts and interviews with 19 volunteers we describe when they do. Departures cluster after midnight and with callers who have called before. The information system records departures as errors. We propose a record that treats them as a contribution, and report on its use during three months.',
    keywords: ['helplines', 'volunteers', 'scripts'],
    topics: [9, 10],
    by: ['ada', 'bruno'],
    standing: {
      at: 'in_review',
      reviewers: [
        ['marta', 3],
        ['nuria', 2],
        ['pieter', 4],
      ],
    },
    talk: {
      response: {
        askedAgo: 3,
        writtenAgo: 1,
        daysLeft: 4,
        isSubmitted: false,
        text: 'We thank the reviewers. The selection of shifts: all shifts of the quarter were logged; 64 of 71 could be used, because in seven the volunteer had switched the log off. We will say so, and what we know of the seven.\n\nThe step from the interviews to the table: ',
      },
    },
  },
  {
    title: 'Paying with attention: why parents read what a school publishes',
    abstract:
      'Schools publish plans, menus and minutes, and few parents read them. In a study with five schools we varied what was published, and asked 410 parents what they had noticed. Parents read what they could still change and little else. Publishing earlier, and less, doubled the share of parents who took part in a decision. We discuss what this means for duties to publish that count documents and not readers.',
    keywords: ['schools', 'transparency', 'participation'],
    topics: [5, 10],
    by: ['bruno'],
    standing: {
      at: 'in_review',
      reviewers: [
        ['ravi', 3],
        ['hanna', 4],
        ['kaisa', 3],
      ],
    },
    talk: {
      threads: [
        {
          to: 'reviewers',
          said: [
            [
              'tala',
              8,
              'Your reviews are close, and all of you ask how parents were recruited. I will ask the authors to respond, and we go on from there.',
            ],
            [
              'hanna',
              1,
              'The response answers my question about recruitment, and better than I had expected. I would not mind seeing the table they offer.',
            ],
          ],
        },
      ],
      response: {
        askedAgo: 7,
        writtenAgo: 2,
        daysLeft: 2,
        isSubmitted: true,
        text: 'We thank the three reviewers, who all ask how the parents were recruited.\n\nEvery family of the five schools received the questionnaire on paper through its child, in the languages that the school uses for its own letters; 410 of 1,120 came back. We know the class but not the family of those that did not. Answers do not differ between classes with many and with few returns; the table that shows this was cut for length, and we will put it back.\n\nThe second question, whether “taking part” means more than a signature: we counted a parent who spoke at a meeting or wrote to the school, and not the signature on a list. We will move this definition from the appendix to section 3.\n\nWe agree that two of the five schools are unusual, and will report the results without them.',
      },
    },
  },
];
