export { Texts, TextPipe } from './i18n/texts';
export { readCookie, writeCookie } from './i18n/preference-cookie';
export { ProblemError, localProblem, problemOf } from './problem/problem-error';
