export * from './endpoint';
export * from './home';
export * from './call-settings';
export * from './calls';
export * from './dates';
export * from './review-form';
export * from './assignments';
export * from './reviews';
