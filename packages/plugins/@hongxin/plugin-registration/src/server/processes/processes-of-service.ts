import type { ProcessRegistration } from '@hongxin/plugin-foundation';
import type { ProcessServices } from './services';

export const serviceProcesses = (_services: ProcessServices): ProcessRegistration[] => [];
