import type { Outcome } from '@convoke/contract';
import { outcomesOf, type CallKind } from '@convoke/domain';
import type { Translate } from '@convoke/texts';
import { decisionSentence } from './decision-letter';

/** A letter as it would go out, with what it should be about. */
export interface WrittenLetter {
  submissionId: string;
  number: number;
  title: string;
  outcome: Outcome;
  toName: string;
  body: string;
}

/**
 * The submissions one of whose letters is not theirs: it does not say their decision in the words of its template, says another one,
 * leads to another paper's page, or greets somebody else who gets a letter. Edits are free in everything but these.
 */
export function wrongLetters(t: Translate, kind: CallKind, letters: readonly WrittenLetter[]): Set<string> {
  const greetings = new Set(letters.map(({ toName }) => greeting(t, toName)));
  const wrong = letters.filter((letter) => {
    const { body, outcome } = letter;
    const saysItsOwn = body.includes(decisionSentence(t, letter));
    const saysAnother = outcomesOf(kind).some(
      (other) => other !== outcome && body.includes(decisionSentence(t, { ...letter, outcome: other })),
    );
    const [firstLine = ''] = body.split('\n');
    const greetsAnother = greetings.has(firstLine) && firstLine !== greeting(t, letter.toName);
    return !saysItsOwn || saysAnother || greetsAnother || leadsElsewhere(letter);
  });
  return new Set(wrong.map(({ submissionId }) => submissionId));
}

function greeting(t: Translate, name: string): string {
  return name.trim() ? t('mail.greeting', { name: name.trim() }) : t('mail.greetingUnknown');
}

function leadsElsewhere({ body, number }: WrittenLetter): boolean {
  return [...body.matchAll(/\/app\/c\/[^/\s]+\/s\/(\d+)/g)].some(([, linked]) => Number(linked) !== number);
}
