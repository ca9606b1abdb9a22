import type { Catalog } from '../translator';

export const shell: Catalog = {};
