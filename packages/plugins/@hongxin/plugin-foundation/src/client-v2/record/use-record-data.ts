import { useRequest } from 'ahooks';
import React from 'react';
import { onMoved } from './record-events';
import { type ViewRecord } from './view-record';

/** Reads something of a record, and reads it again whenever the record has moved. */
export function useRecordData<T>({ collection, key }: ViewRecord, read: () => Promise<T>) {
  const { data, error, loading, refresh } = useRequest(read, {
    refreshDeps: [collection, key],
    onError: () => undefined, // shown by whoever reads `error`; without this it is also printed to the console
  });
  React.useEffect(() => onMoved(collection, key, refresh), [collection, key, refresh]);
  return { data, error: error as unknown, loading };
}
