import React from 'react';
import { type TaskRow } from '../../shared/contract';

/** Which tasks of the task centre's list are ticked; the list and the buttons above it are drawn apart by the host. */
class Selection {
  private tasks: readonly TaskRow[] = [];
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly current = (): readonly TaskRow[] => this.tasks;

  set(task: TaskRow, checked: boolean): void {
    this.tasks = [...this.tasks.filter(({ id }) => id !== task.id), ...(checked ? [task] : [])];
    this.tell();
  }
  clear(): void {
    this.tasks = [];
    this.tell();
  }
  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

export const selection = new Selection();

export function useSelection(): readonly TaskRow[] {
  return React.useSyncExternalStore(selection.subscribe, selection.current);
}
