export { completePart } from './complete-part';
export { installConstraints, installIndexes } from './constraints';
export { joinParts } from './join-parts';
export type { CompletePart, ConstraintDefinition, DomainPart, IndexDefinition, ShippedRows } from './part';
export { servicesOf, type Services } from './services';
export { writeShippedRows } from './shipped-rows';
export { PartTakers } from './takers';
