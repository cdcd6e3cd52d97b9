import type { ProcessRegistration } from '@hongxin/plugin-foundation';
import type { ProcessServices } from './services';

export const unitsProcesses = (_services: ProcessServices): ProcessRegistration[] => [];
