import type { Catalog } from '../translator';
import { home } from './home';
import { publicPages } from './public';
import { shell } from './shell';
import { ui } from './ui';

/** What is not translated yet is shown in English. */
export const de: Catalog = { ...shell, ...ui, ...home, ...publicPages };
