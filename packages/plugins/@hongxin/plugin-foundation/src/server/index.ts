export { clientAddress, hashedAddress } from './accounts/address';
export { brandColour } from './branding/follow-brand';
export { clock } from './clock';
export * from './domain';
export { DomainPlugin } from './domain-plugin';
export { neutralizeRow } from './access/export/neutralize';
export { applicationOf } from './application-of';
export {
  actsForThemselves,
  callerAreas,
  hasOwnOnly,
  mayAbove,
  mayAt,
  mayGive,
  mayWith,
  reachesBy,
} from './access/rights/caller';
export { ownRolesInCharge } from './transitions/own-roles';
export {
  type ErrorEntry,
  EXPECTED,
  expectedIds,
  fieldTitle,
  isRefusal,
  languageOf,
  Refusal,
  refuse,
  translatedTitle,
} from './errors';
export { type EventEntry } from './events';
export * from './fields';
export { foundationOf } from './foundation-of';
export { FOUNDATION } from './name';
export { execute, quotedTable, selectRows, statement, type Scope } from './database/sql';
export { askEach } from './database/step-memory';
export { handler } from './handler';
export { currentIdentity, rangesOf, runAs, runAsSystem, type Identity } from './identity';
export { type Job } from './jobs';
export { installChannel, tellUser, type Notice, type NoticeChannel } from './notices';
export { type ConsentEntry, type ConsentWithdrawal } from './privacy/consents';
export {
  completePart,
  joinParts,
  type CompletePart,
  type ConstraintDefinition,
  type DomainPart,
  type IndexDefinition,
  type Services,
  type ShippedRows,
} from './parts';
export {
  action,
  body,
  type ActionCall,
  type ActionDeclaration,
  type ActionRight,
  type ActionsOfResource,
  type OwnAction,
  type BodyFault,
  type BodyField,
  type BodyFields,
  type BodyOf,
} from './own-actions';
export { type RecordCare } from './records/care';
export { type DueItem, type ReminderKind, type ReminderScope } from './reminders';
export { type SettingDefinition } from './settings';
export { changedFields, isTransition, previousState } from './records/before';
export { distinct, keyOf, textOf, touches } from './records/columns';
export { bindRules, completeKeys, type Candidate, type RecordRule } from './records/rules';
export { default as hxCalendarDays } from './collections/hxCalendarDays';
export { fieldsToFill, pageBuilder, type FieldGroup, type ListOptions, type Offer } from './pages/build';
export { type FormField } from './seeding/pages/form-fields';
export { sheetActions, type Sheet, type SheetColumn } from './seeding/pages/sheet-actions';
export { cellText, readTemplate, readUpload, writeTemplate, type Template, type TemplateColumn } from './sheets';
export { TRANSITION_BODY } from './transitions/request';
export { accountOf, SYSTEM, systemFor } from './transitions/actors';
export {
  actorOf,
  claimKey,
  isAmong,
  recordVisibleTo,
  seenBy,
  sightOf,
  type Sight,
  type GateAnswer,
  type GatedAttempt,
  type PerformItem,
  type PerformManyOptions,
  refusalOfMany,
  type RefusedItem,
  type PerformOptions,
  type TransitionEvent,
  type TransitionGate,
  type WitnessedTransition,
} from './transitions';
export { PluginFoundation, default } from './plugin';
