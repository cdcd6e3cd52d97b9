export { HxHistoryBlockModel } from './HxHistoryBlockModel';
export { HxPersonalFieldModel } from './HxPersonalFieldModel';
export { HxProcessStepsBlockModel } from './HxProcessStepsBlockModel';
export { HxStateFieldModel } from './HxStateFieldModel';
export { HxSubmitFormActionModel } from './HxSubmitFormActionModel';
export { HxTransitionActionModel } from './HxTransitionActionModel';
export { HxTransitionFormModel } from './HxTransitionFormModel';
