import type { ProcessRegistration } from '@hongxin/plugin-foundation';
import { feedbackProcesses } from './processes-of-feedback';
import { listsProcesses } from './processes-of-lists';
import { serviceProcesses } from './processes-of-service';
import { unitsProcesses } from './processes-of-units';
import { registrationProcess } from './registration';
import type { ProcessServices } from './services';

/** Every process of 双报到. */
export function registrationProcesses(services: ProcessServices): ProcessRegistration[] {
  return [
    registrationProcess(services),
    ...unitsProcesses(services),
    ...listsProcesses(services),
    ...serviceProcesses(services),
    ...feedbackProcesses(services),
  ];
}
