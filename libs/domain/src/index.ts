export * from './refusal';
export * from './calls/deadline';
export * from './submissions/words';
export * from './submissions/wordCount';
