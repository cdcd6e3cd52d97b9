import type { BlockProps } from '@hongxin/plugin-foundation/client-v2';
import React from 'react';
import { RecordTimeline } from './RecordTimeline';

/** 办理过程: reviews and transitions of the record whose popup this is. */
export function TimelineOfRecord({ record }: BlockProps) {
  return record ? <RecordTimeline record={record} /> : null;
}
