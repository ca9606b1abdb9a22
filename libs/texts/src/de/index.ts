import type { Catalog } from '../translator';
import { accounts } from './accounts';
import { assignments } from './assignments';
import { calls } from './calls';
import { committee } from './committee';
import { conflicts } from './conflicts';
import { decisions } from './decisions';
import { exporting } from './exports';
import { home } from './home';
import { notifications } from './notifications';
import { publicPages } from './public';
import { records } from './records';
import { refusals } from './refusals';
import { reviews } from './reviews';
import { search } from './search';
import { seeing } from './seeing';
import { shell } from './shell';
import { submissions } from './submissions';
import { talk } from './talk';
import { ui } from './ui';

/** What is not translated yet is shown in English. */
export const de: Catalog = {
  ...shell,
  ...ui,
  ...home,
  ...accounts,
  ...refusals,
  ...publicPages,
  ...calls,
  ...committee,
  ...submissions,
  ...assignments,
  ...conflicts,
  ...reviews,
  ...talk,
  ...decisions,
  ...records,
  ...search,
  ...seeing,
  ...exporting,
  ...notifications,
};
