import { phases, type Phase } from '@convoke/domain';
import type { MatrixMode } from '@convoke/domain/testing';

/** What the world hides, each as a word that stands nowhere else: who reads the word has learnt the secret. */
export const secrets = [
  'title',
  'abstract',
  'authorName',
  'authorAffiliation',
  'authorAddress',
  'pdf',
  'pdfMetadata',
  'supplement',
  'fileName',
  'reviewText',
  'reviewConfidential',
  'reviewerName',
  'reviewedAt',
  'assignedName',
  'pendingDraft',
  'reviewerReview',
  'formerReview',
  'conflictByAuthor',
  'conflictByCommittee',
  'mailOwn',
  'mailToAuthors',
  'mailToReviewers',
  'mailReply',
  'auditAuthor',
  'auditReview',
  'auditSecurity',
  'response',
  'responseDraft',
  'metaReview',
  'messageToReviewers',
  'messageToOne',
  'messageToChairs',
  'tagPrivate',
  'tagForChairs',
  'tagForCommittee',
] as const;
export type Secret = (typeof secrets)[number];

export type Tokens = Readonly<Record<Secret, string>>;

/** The words of one submission, which stand nowhere else; `order` tells it from all others of its world. */
export function tokensOf(mode: MatrixMode, phase: Phase, order: number): Tokens {
  const key = `${mode.replace('_', '')}x${phases.indexOf(phase)}`;
  const words = secrets.map((secret) => [secret, `zq${secret.toLowerCase()}${key}zq`] as const);
  const [day, minute] = [1 + (order % 28), 10 + Math.floor(order / 28)];
  return {
    ...(Object.fromEntries(words) as Record<Secret, string>),
    // an instant that nothing else of the world has
    reviewedAt: `2016-04-${String(day).padStart(2, '0')}T03:${minute}:07.313Z`,
  };
}
