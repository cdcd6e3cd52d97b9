import React, { type ComponentType } from 'react';
import { ToolsProvider, useTools } from '../tools/tools';
import { type ViewRecord } from './view-record';

export interface RecordNoteProps {
  record: ViewRecord;
}

/** Says something worth knowing before a record is decided on, or renders nothing. It never stops anybody. */
export interface RecordNote {
  Note: ComponentType<RecordNoteProps>;
  /** Of the plugin whose texts it says. */
  namespace: string;
}

const notes = new Map<string, RecordNote[]>();

/**
 * Lets a plugin say something wherever a record of a collection is decided on: under its steps in the popup, in the
 * dialog 办理, on the screen of a review.
 */
export function registerRecordNote(collection: string, note: RecordNote): void {
  const present = notes.get(collection) ?? [];
  if (!present.some(({ Note }) => Note === note.Note)) notes.set(collection, [...present, note]);
}

/** What the plugins have to say of a record. */
export function RecordNotes({ record }: RecordNoteProps) {
  const tools = useTools();
  return (
    <>
      {(notes.get(record.collection) ?? []).map(({ Note, namespace }, index) => (
        <ToolsProvider key={`${record.key}.${index}`} value={tools.speaking(namespace)}>
          <Note record={record} />
        </ToolsProvider>
      ))}
    </>
  );
}
