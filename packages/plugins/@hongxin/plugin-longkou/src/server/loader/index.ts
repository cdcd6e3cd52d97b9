export { loadDemo, percentOf, stageCount, type LoadOptions } from './demo-loader';
export { StageLedger, type StageRow } from './stage-ledger';
