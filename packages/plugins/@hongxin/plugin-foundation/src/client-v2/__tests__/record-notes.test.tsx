import { render, screen } from '@testing-library/react';
import React from 'react';
import { modelNamed } from '@test/client/declared';
import { MODELS } from '../models';
import { HxTransitionActionModel } from '../models/HxTransitionActionModel';
import { registerRecordNote, type RecordNoteProps } from '../record/record-notes';
import { fakeApi, PROCESS, recordContext, type Answer } from '@test/client/foundation-host';

function Note({ record }: RecordNoteProps) {
  return <p>{`请先核对 ${record.collection} ${record.key}`}</p>;
}
const NOTE = '请先核对 hxErrands 7';
const ACCEPT = {
  name: 'accept',
  label: '接收',
  to: 'accepted',
  toLabel: '已接收',
  opinion: 'optional',
  fields: [],
  requires: [],
  appearance: 'primary',
  confirm: null,
};
const open = (...transitions: object[]): Answer => ({
  data: transitions,
  meta: { state: 'submitted', stateLabel: '已提交' },
});
const host = (...transitions: object[]) =>
  recordContext({
    api: fakeApi({
      'hxProcesses:get': () => ({ data: PROCESS }),
      'hxErrands:get': () => ({ data: { state: 'submitted' } }),
      'hxErrands:transitions/7': () => open(...transitions),
    }),
    view: { inputArgs: { collectionName: 'hxErrands', filterByTk: 7 } },
  });
type Class<T> = new (options: object) => T;
function press(...transitions: object[]): void {
  const Model = HxTransitionActionModel as unknown as Class<HxTransitionActionModel>;
  void new Model({ context: host(...transitions) }).dispatchEvent('click');
}

beforeAll(() => {
  const note = { Note, namespace: 'tests' };
  registerRecordNote('hxErrands', note);
  registerRecordNote('hxErrands', { ...note });
  registerRecordNote('hxOthers', { Note: () => <p>别处的</p>, namespace: 'tests' });
});

it('is said once, under the steps of a record of its collection', async () => {
  const Block = await modelNamed(MODELS, 'HxProcessStepsBlockModel');
  render(new Block({ context: host() }).render());
  expect(await screen.findByText(NOTE)).toBeInTheDocument();
  expect(screen.queryByText('别处的')).toBeNull();
});

it('is said in the dialog where the record is moved on', async () => {
  press(ACCEPT);
  expect(await screen.findByText(NOTE)).toBeInTheDocument();
});

it('is not said where there is nothing to decide', async () => {
  press();
  expect(await screen.findByText('当前没有需要您办理的事项')).toBeInTheDocument();
  expect(screen.queryByText(NOTE)).toBeNull();
});
