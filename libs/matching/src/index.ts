export * from './certify';
export * from './figures';
export * from './hooks';
export * from './instance';
export { type ChangeWeights } from './network';
export * from './optimise';
