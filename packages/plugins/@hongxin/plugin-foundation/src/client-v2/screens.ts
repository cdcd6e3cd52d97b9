/** What screens use, of this and of other plugins: nothing here needs NocoBase's client around it. */
export { ReasonList } from './components/ReasonList';
export { announceMoved, onMoved } from './record/record-events';
export {
  reasonsOf,
  requestErrorMessages,
  requestFailure,
  type RequestFailure,
  type RequestReason,
} from './requests/errors';
export { idempotencyKeys } from './requests/idempotency-key';
export { OncePerCaller } from './requests/once-per-caller';
export { loadProcess, stateOf, type PublicProcess } from './requests/processes';
export { type RecordKey, type Values } from './requests/transitions';
export { HouseTheme } from './theme/HouseTheme';
export { languageOf, labelText, type Label, type Language, type Translate } from './tools/texts';
export { ToolsProvider, useTools, type Answer, type RequestOptions, type Requests, type Tools } from './tools/tools';
export { isPhone } from './view/is-phone';
export { momentText } from './view/moment-text';
export { saveFile } from './view/save-file';
