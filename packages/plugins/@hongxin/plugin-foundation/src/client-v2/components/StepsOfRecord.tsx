import React from 'react';
import { RecordNotes } from '../record/record-notes';
import { type ViewRecord } from '../record/view-record';
import { ProcessSteps } from './ProcessSteps';

/** 办理进度: the steps of the process of a record, and what plugins have to say of it. */
export function StepsOfRecord({ record }: { record: ViewRecord }) {
  return (
    <>
      <ProcessSteps record={record} />
      <RecordNotes record={record} />
    </>
  );
}
