import { Initial1700000000001 } from './0001-initial';
import { WorkingCopy1700000000002 } from './0002-working-copy';
import { Talk1700000000004 } from './0004-talk';
import { Conflicts1700000000005 } from './0005-conflicts';
import { KeptAnswers1700000000006 } from './0006-kept-answers';
import { Tags1700000000007 } from './0007-tags';
import { Terms1700000000008 } from './0008-terms';
import { AnonymityCheck1700000000009 } from './0009-anonymity-check';
import { Counting1700000000010 } from './0010-counting';
import { Dates1700000000011 } from './0011-dates';
import { Mail1700000000012 } from './0012-mail';
import { SearchPeople1700000000013 } from './0013-search-people';
import { ConflictsByState1700000000014 } from './0014-conflicts-by-state';
import { RemindersOff1700000000015 } from './0015-reminders-off';

/** Every change of the schema, oldest first. A migration that has been released is never edited. */
export const migrations = [
  Initial1700000000001,
  WorkingCopy1700000000002,
  Talk1700000000004,
  Conflicts1700000000005,
  KeptAnswers1700000000006,
  Tags1700000000007,
  Terms1700000000008,
  AnonymityCheck1700000000009,
  Counting1700000000010,
  Dates1700000000011,
  Mail1700000000012,
  SearchPeople1700000000013,
  ConflictsByState1700000000014,
  RemindersOff1700000000015,
];
