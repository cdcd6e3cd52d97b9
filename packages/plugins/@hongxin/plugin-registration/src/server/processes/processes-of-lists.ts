import type { ProcessRegistration } from '@hongxin/plugin-foundation';
import type { ProcessServices } from './services';

export const listsProcesses = (_services: ProcessServices): ProcessRegistration[] => [];
