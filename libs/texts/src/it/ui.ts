import type { Catalog } from '../translator';

export const ui: Catalog = {};
