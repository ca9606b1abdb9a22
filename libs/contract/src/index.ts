export * from './endpoint';
export * from './home';
