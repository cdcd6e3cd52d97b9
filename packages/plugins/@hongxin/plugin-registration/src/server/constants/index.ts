export * from './feedback';
export * from './lists';
export * from './registration';
export * from './service';
export * from './units';
