import type { Outcome } from '@convoke/contract';
import { translator, type TextKey } from '@convoke/texts';
import type { SubmissionAccess } from '../../access/access.service';
import { isChairOf } from '../../access/standings';

/** The words of a table are English whoever takes it: programs and colleagues read it, too. */
export const word = (key: TextKey): string => translator('en').t(key);

export const outcomeWord = (outcome: Outcome): string => word(`outcome.${outcome}`);

/** Who handles a submission reads what is recommended for it; as in the list. */
export const seesRecommendations = (access: SubmissionAccess): boolean =>
  access.sees('review.text') && isChairOf(access);
