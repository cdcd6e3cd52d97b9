import type { TaskRecord } from '../steps/rows';

/** Why somebody is told of a task. */
export type Occasion = 'arrived' | 'reminder' | 'overdue' | 'urged' | 'passedUp' | 'copied';

/** A task as its holder is told of it. */
export type Told = Pick<TaskRecord, 'id' | 'title' | 'userId' | 'processKey'>;
