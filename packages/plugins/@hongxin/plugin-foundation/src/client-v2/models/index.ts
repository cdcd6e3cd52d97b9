export { HxTransitionActionModel } from './HxTransitionActionModel';
export { HxTransitionFormModel } from './HxTransitionFormModel';
