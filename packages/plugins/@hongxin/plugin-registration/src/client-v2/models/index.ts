export * from './of-feedback';
export * from './of-lists';
export * from './of-members';
export * from './of-service';
export * from './of-units';
