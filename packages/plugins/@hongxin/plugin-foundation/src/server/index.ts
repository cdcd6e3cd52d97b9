export * from './domain';
export { DomainPlugin } from './domain-plugin';
export { isRefusal, Refusal, refuse } from './errors';
export { type EventEntry } from './events';
export * from './fields';
export { FOUNDATION, foundationOf } from './foundation-of';
export { currentIdentity, runAs, runAsSystem, type Identity } from './identity';
export { type SettingDefinition } from './settings';
export {
  type GateAnswer,
  type GatedAttempt,
  type PerformItem,
  type PerformManyOptions,
  type PerformOptions,
  type TransitionEvent,
  type TransitionGate,
  type WitnessedTransition,
} from './transitions';
export { PluginFoundation, default } from './plugin';
