import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HxPersonalFieldModel } from '../models/HxPersonalFieldModel';
import { HxStateFieldModel } from '../models/HxStateFieldModel';
import { COLLECTION, fakeApi, PROCESS, recordContext, refusal, type Answers } from '@test/client/foundation-host';

interface Field {
  render(): React.ReactElement;
  dispatchEvent(name: string): Promise<void>;
}
type FieldClass = new (options: object) => Field;

async function show(field: unknown, name: string, value: unknown, answers: Answers, over: object = {}) {
  const api = fakeApi({ 'hxProcesses:get': () => ({ data: PROCESS }), ...answers });
  const collectionField = { collectionName: 'hxErrands', ...COLLECTION.getField(name) };
  const model = new (field as FieldClass)({
    context: recordContext({ api, collectionField, ...over }),
    props: { value },
  });
  await model.dispatchEvent('beforeRender');
  return { api, ...render(model.render()) };
}

it('names a state in the language of the user', async () => {
  await show(HxStateFieldModel, 'state', 'submitted', {}, { i18n: { language: 'en-US' } });
  expect(screen.getByText('Submitted')).toHaveClass('ant-tag-blue');
});

it('shows a state its process does not know as it is', async () => {
  await show(HxStateFieldModel, 'state', 'unheardOf', {});
  expect(screen.getByText('unheardOf')).toBeInTheDocument();
});

it('reveals a masked value after a reason was given', async () => {
  const { api, container } = await show(HxPersonalFieldModel, 'phone', '138****0001', {
    'hxErrands:reveal/7': () => ({ data: { value: '13800000001' } }),
  });
  await userEvent.click(screen.getByRole('button', { name: '查看原文' }));
  const dialog = within(screen.getByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: /查\s*看/ }));
  expect(await dialog.findByText('请填写查看事由')).toBeInTheDocument();
  expect(api.to('hxErrands:reveal/7')).toHaveLength(0);
  await userEvent.type(dialog.getByLabelText('查看事由'), '电话联系报到');
  await userEvent.click(dialog.getByRole('button', { name: /查\s*看/ }));
  await waitFor(() => expect(container).toHaveTextContent('13800000001'));
  expect(api.to('hxErrands:reveal/7')[0].data).toEqual({ field: 'phone', reason: '电话联系报到' });
});

it('offers nothing where the value is in clear text', async () => {
  await show(HxPersonalFieldModel, 'phone', '13800000001', {});
  expect(screen.queryByRole('button')).toBeNull();
});

it('says why a field may not be revealed, and does not offer it again', async () => {
  const answers = {
    'hxErrands:reveal/7': () => refusal(403, { code: 'NOT_PERMITTED', message: '您不能查看这项信息' }),
  };
  const { container } = await show(HxPersonalFieldModel, 'note', '张**', answers);
  expect(within(container).queryByRole('button')).toBeNull();
  const masked = await show(HxPersonalFieldModel, 'note', '张***', answers);
  await userEvent.click(within(masked.container).getByRole('button', { name: '查看原文' }));
  const dialog = within(screen.getByRole('dialog'));
  await userEvent.type(dialog.getByLabelText('查看事由'), '核对');
  await userEvent.click(dialog.getByRole('button', { name: /查\s*看/ }));
  expect(await dialog.findByRole('alert')).toHaveTextContent('您不能查看这项信息');
  await userEvent.click(dialog.getByRole('button', { name: /取\s*消/ }));
  await waitFor(() => expect(within(masked.container).queryByRole('button')).toBeNull());
});
