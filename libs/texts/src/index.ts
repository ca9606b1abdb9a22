export * from './locales';
export { catalogOf, hasTexts, intlLocale, loadTexts, translator } from './translator';
export type { Catalog, TextKey, TextParams, Translate, Translator } from './translator';
export * from './dates';
export { issueWords } from './issues';
export type { Issue } from './issues';
export { phaseWords, reasonWords, spanWords, verdictOf } from './seeing';
export type { SeeingTexts, SeenLine, Verdict } from './seeing';
export * from './query';
