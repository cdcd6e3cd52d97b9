import { type RecordKey } from '../requests/transitions';

export interface MovedRecord {
  collection: string;
  key: RecordKey;
}

const MOVED = 'hx:record-moved';

/** On the window, so that pages with several copies of the pack's blocks hear of each other. */
export function announceMoved(moved: MovedRecord): void {
  window.dispatchEvent(new CustomEvent<MovedRecord>(MOVED, { detail: moved }));
}

/** @returns how to stop listening */
export function onMoved(collection: string, key: RecordKey, listener: () => void): () => void {
  const hear = (event: Event): void => {
    const { detail } = event as CustomEvent<MovedRecord>;
    if (detail.collection === collection && String(detail.key) === String(key)) listener();
  };
  window.addEventListener(MOVED, hear);
  return () => window.removeEventListener(MOVED, hear);
}
