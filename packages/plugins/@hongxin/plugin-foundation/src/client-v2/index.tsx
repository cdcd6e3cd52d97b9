export { default } from './plugin';
export { requestErrorMessages, requestFailure, type RequestFailure, type RequestReason } from './requests/errors';
export { idempotencyKeys } from './requests/idempotency-key';
export { loadProcess, stateOf, type PublicProcess } from './requests/processes';
export { announceMoved, onMoved } from './record/record-events';
export { ReasonList } from './components/ReasonList';
export { isPhone } from './view/is-phone';
export { openSheet } from './view/open-sheet';
export { labelText, languageOf, type Label, type Language, type Translate } from './locale';
