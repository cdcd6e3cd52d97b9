import type { WorkflowSeed } from '@hongxin/plugin-foundation';
import { memberRegistrationWorkflow } from './member-registration';

/** The workflows that the plugin brings; from then on they are the administrator's. */
export const WORKFLOWS: readonly WorkflowSeed[] = [memberRegistrationWorkflow];
