import type { Catalog } from '../translator';

export const home: Catalog = {};
