import { useWorkflowTaskRecord } from '@nocobase/plugin-workflow/client-v2';
import React from 'react';
import { type TaskRow } from '../../shared/contract';
import { TaskCard } from '../inbox/TaskCard';
import { useT } from '../locale';
import { selection, useSelection } from './selection';

/** One line of the task centre; the host opens it when it is pressed. */
export function CenterItem() {
  const task = useWorkflowTaskRecord().record as unknown as TaskRow;
  const selected = useSelection();
  const canSelect = task.canBatch && task.state === 'pending';
  return (
    <TaskCard
      task={task}
      t={useT()}
      selection={
        canSelect
          ? {
              checked: selected.some(({ id }) => id === task.id),
              onChange: (checked) => selection.set(task, checked),
            }
          : undefined
      }
    />
  );
}
