import type { ReviewTerms } from '@hongxin/rules/review';
import type { AssigneeRule, ReviewDeadline, ReviewField, ReviewMode, ReviewNodeConfig } from '../../shared/config';
import { MOVE_TYPE, REMIND_AT_PERCENT, type Outcome, type TimeoutAction } from '../../shared/constants';

/** A review node's configuration with every default filled in. */
export interface StepTerms extends ReviewTerms {
  title: string;
  assignees: AssigneeRule[];
  copyTo: AssigneeRule[];
  mode: ReviewMode;
  excludeApplicant: boolean;
  deadline: ReviewDeadline | null;
  remindAtPercent: number;
  onTimeout: TimeoutAction;
  canWithdraw: boolean;
  canBatch: boolean;
  returnTo: 'applicant' | 'previous';
  fields: ReviewField[];
  phrases: string[];
  outcome: Partial<Record<Outcome, string>>;
  allowDirect: boolean;
  onNobody: 'administrators' | 'skip';
  /** Field that says where the record is; undefined: the one there is. */
  placeField?: string;
}

interface NodeLike {
  type: string;
  title: string;
  config: unknown;
}

/** A failed move asks administrators: try again (approve) or give up (reject). Nobody's own matter is decided by it. */
const MOVE_TERMS: Partial<ReviewNodeConfig> = {
  excludeApplicant: false,
  allow: { return: false, reject: true, transfer: true, addSigner: false, withdraw: false, batch: false },
  fields: [],
};

/** What a node asks for, whatever its editor left out. */
export function termsOf(node: NodeLike): StepTerms {
  const stored = (node.config ?? {}) as Partial<ReviewNodeConfig>;
  const config = node.type === MOVE_TYPE ? MOVE_TERMS : stored;
  const allow = { return: true, reject: false, transfer: true, addSigner: true, ...withoutBlanks(config.allow ?? {}) };
  return {
    title: (node.type === MOVE_TYPE ? undefined : stored.title) || node.title,
    assignees: config.assignees ?? [],
    copyTo: config.copyTo ?? [],
    mode: config.mode ?? { kind: 'any' },
    excludeApplicant: config.excludeApplicant ?? true,
    deadline: config.deadline ?? null,
    remindAtPercent: config.remindAtPercent ?? REMIND_AT_PERCENT,
    onTimeout: config.onTimeout ?? 'remind',
    allow,
    canWithdraw: config.allow?.withdraw ?? true,
    canBatch: config.allow?.batch ?? false,
    returnTo: config.returnTo ?? 'applicant',
    fields: config.fields ?? [],
    phrases: config.opinion?.phrases ?? [],
    isOpinionRequiredOnApprove: config.opinion?.requiredOnApprove ?? false,
    outcome: Object.fromEntries(Object.entries(config.outcome ?? {}).filter(([, transition]) => transition)),
    allowDirect: config.allowDirect ?? false,
    onNobody: config.onNobody ?? 'administrators',
    ...(config.placeField ? { placeField: config.placeField } : {}),
  };
}

function withoutBlanks<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null),
  ) as Partial<T>;
}
