import { type FlowContext } from '@nocobase/flow-engine';
import React, { type ComponentType } from 'react';
import { type ViewRecord } from './view-record';

export interface RecordNoteProps {
  context: FlowContext;
  record: ViewRecord;
}

/** Says something worth knowing before a record is decided on, or renders nothing. It never stops anybody. */
export type RecordNote = ComponentType<RecordNoteProps>;

const notes = new Map<string, RecordNote[]>();

/**
 * Lets a plugin say something wherever a record of a collection is decided on: under its steps in the popup, in the
 * dialog 办理, on the screen of a review.
 */
export function registerRecordNote(collection: string, note: RecordNote): void {
  const present = notes.get(collection) ?? [];
  if (!present.includes(note)) notes.set(collection, [...present, note]);
}

/** What the plugins have to say of a record. */
export function RecordNotes({ context, record }: RecordNoteProps) {
  return (
    <>
      {(notes.get(record.collection) ?? []).map((Note, index) => (
        <Note key={`${record.key}.${index}`} context={context} record={record} />
      ))}
    </>
  );
}
