export * from './cast';
export * from './facts';
export * from '../access/testing/matrix';
export * from '../access/testing/roles';
export * from '../access/testing/compare';
