import type { ProcessRegistration } from '@hongxin/plugin-foundation';
import type { ProcessServices } from './services';
import { unitRegistrationProcess } from './unit-registration-process';

export const unitsProcesses = (services: ProcessServices): ProcessRegistration[] => [unitRegistrationProcess(services)];
