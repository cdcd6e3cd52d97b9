export { completePart } from './complete-part';
export { defineActions } from './actions';
export { installConstraints, installIndexes } from './constraints';
export { joinParts } from './join-parts';
export type { CompletePart, ConstraintDefinition, DomainPart, IndexDefinition, PartAction, ShippedRows } from './part';
export { servicesOf, type Services } from './services';
export { writeShippedRows } from './shipped-rows';
export { PartTakers } from './takers';
