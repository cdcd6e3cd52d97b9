import type { ProcessRegistration } from '@hongxin/plugin-foundation';
import type { ProcessServices } from './services';

export const feedbackProcesses = (_services: ProcessServices): ProcessRegistration[] => [];
