import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Form, type FormInstance } from 'antd';
import React from 'react';
import { CurrentWorkflowContext, FlowContext } from '@test/client/host/workflow';
import { type AssigneeRule, type ReviewNodeConfig } from '../../shared/config';
import { type AssigneeRuleType } from '../../shared/contract';
import { DEFAULT_REVIEW } from '../canvas/review/default-config';
import { placeOf, withPlace } from '../canvas/review/place';
import { PlaceInput } from '../canvas/review/PlaceInput';
import { ReviewCard } from '../canvas/review/ReviewCard';
import { ReviewFieldset } from '../canvas/review/ReviewFieldset';
import { ReviewInstruction } from '../canvas/review/ReviewInstruction';
import { deadlineText, rulesText, type RuleNames } from '../canvas/review/rule-text';
import { ruleProblems } from '../canvas/review/rule-types';
import { host, PROCESS, show, type Answers } from './support/review';
import { RULE_TYPES } from '@test/client/rule-types';

const SECRETARY: AssigneeRule = { type: 'postHolder', postTypes: ['communitySecretary'], levelsAbove: 0 };
const WORKFLOW = { config: { collection: 'hxErrands' } };
const ANSWERS: Answers = {
  'hxReviewTasks:assigneeRules': () => ({ data: RULE_TYPES }),
  'hxReviewTasks:checkRules': () => ({ data: { warnings: [] } }),
  'hxPostTypes:list': () => ({
    data: [
      { code: 'communitySecretary', title: '社区书记' },
      { code: 'streetSecretary', title: '街道书记' },
    ],
  }),
  'hxProcesses:get': () => ({ data: PROCESS }),
  'users:list': () => ({ data: [] }),
};
const t = (text: string, values: Record<string, unknown> = {}): string =>
  text.replace(/{{(\w+)}}/g, (_match, name: string) => String(values[name]));

/** The drawer as the host makes it: the stored configuration set into a form, and what saving would store. */
function drawer(config: Partial<ReviewNodeConfig>, answers: Answers = {}, disabled = false) {
  const { api, context } = host({ ...ANSWERS, ...answers });
  let form: FormInstance | undefined;
  function Drawer() {
    [form] = Form.useForm();
    const initial = React.useRef(false);
    React.useEffect(() => {
      if (!initial.current) form?.setFieldsValue({ config });
      initial.current = true;
    }, []);
    return (
      <CurrentWorkflowContext.Provider value={WORKFLOW}>
        <Form form={form} disabled={disabled} layout="vertical">
          <ReviewFieldset />
        </Form>
      </CurrentWorkflowContext.Provider>
    );
  }
  show(context, <Drawer />);
  const save = async (): Promise<ReviewNodeConfig> => {
    let values: { config: ReviewNodeConfig } | undefined;
    let refused: unknown = new Error('not saved');
    await act(async () => {
      await form?.validateFields().then(
        (valid: { config: ReviewNodeConfig }) => (values = valid),
        (problems: unknown) => (refused = problems),
      );
    });
    if (!values) throw refused;
    return values.config;
  };
  return { api, save };
}
const choose = async (control: HTMLElement, option: string): Promise<void> => {
  await userEvent.click(control);
  await userEvent.click(await screen.findByText(option, { selector: '.ant-select-item-option-content' }));
};

it('keeps every key of the configuration when it is saved', async () => {
  const config: ReviewNodeConfig = {
    ...DEFAULT_REVIEW,
    title: '审核 {{$context.data.personName}}',
    assignees: [SECRETARY, { type: 'ownRule', special: 7, together: true }],
    mode: { kind: 'share', percent: 60 },
    deadline: { kind: 'working', amount: 4, unit: 'hour' },
    remindAtPercent: 50,
    onTimeout: 'passUp',
    allow: { return: true, reject: true, transfer: false, addSigner: true, withdraw: false, batch: true },
    returnTo: 'previous',
    fields: [{ name: 'note', mode: 'required' }],
    opinion: { phrases: ['同意'], requiredOnApprove: true },
    outcome: { approved: 'accept', returned: 'return' },
    allowDirect: true,
    onNobody: 'skip',
    copyTo: [{ type: 'unitLiaison' }],
    placeField: 'area',
  };
  const { save } = drawer(config);
  await screen.findByText('由谁审批');
  expect(await save()).toEqual(config);
});

it('gives a node without settings all defaults, and asks for a rule', async () => {
  const { save } = drawer({});
  await screen.findByText('由谁审批');
  await expect(save()).rejects.toMatchObject({
    errorFields: [expect.objectContaining({ errors: ['请至少添加一条规则'] })],
  });
  expect(await screen.findByText('请至少添加一条规则')).toBeInTheDocument();
});

it('asks which field is the place, and proposes the one there is', async () => {
  const { save } = drawer({ ...DEFAULT_REVIEW, assignees: [SECRETARY] });
  expect(await screen.findByText('自动：社区')).toBeInTheDocument();
  expect(screen.queryByText('还不知道这张表的记录在哪个区域')).toBeNull();
  expect((await save()).placeField).toBeNull();
  await choose(screen.getByRole('combobox', { name: '记录所在区域的字段' }), '备注');
  expect((await save()).placeField).toBe('note');
});

it('warns while nothing says where the records of a table are', async () => {
  const fields = [{ name: 'note', type: 'string', interface: 'input', title: '备注' }];
  const dataSourceManager = { getCollection: () => ({ getFields: () => fields }) };
  const onChange = jest.fn();
  show(host({}, { dataSourceManager }).context, <PlaceInput collection="own" onChange={onChange} />);
  expect(await screen.findByRole('alert')).toHaveTextContent('还不知道这张表的记录在哪个区域');
  await choose(screen.getByRole('combobox', { name: '记录所在区域的字段' }), '备注');
  expect(onChange).toHaveBeenCalledWith('note');
});

it('adds, orders and joins rules', async () => {
  const { save } = drawer({ ...DEFAULT_REVIEW, assignees: [SECRETARY] });
  await screen.findByText('社区书记');
  await userEvent.click(screen.getAllByText('添加规则')[0]);
  await choose(screen.getByRole('combobox', { name: '与上一条的关系' }), '同时还找');
  await choose(screen.getAllByRole('combobox', { name: '岗位' })[1], '街道书记');
  await choose(screen.getAllByRole('combobox', { name: '哪一级' })[1], '所在的街道');
  expect((await save()).assignees).toEqual([
    SECRETARY,
    { type: 'postHolder', postTypes: ['streetSecretary'], level: 'street', together: true },
  ]);
  await userEvent.click(screen.getAllByRole('button', { name: '上移' })[1]);
  expect((await save()).assignees.map((rule) => [rule.type, rule.together])).toEqual([
    ['postHolder', undefined],
    ['postHolder', undefined],
  ]);
  await userEvent.click(screen.getAllByRole('button', { name: '删除' })[0]);
  expect((await save()).assignees).toEqual([SECRETARY]);
});

it('does not save a rule that says nothing', async () => {
  const { save } = drawer({ ...DEFAULT_REVIEW, assignees: [SECRETARY, { type: 'users', userIds: [] }] });
  await screen.findByText('由谁审批');
  await expect(save()).rejects.toBeDefined();
  expect(await screen.findByText('第 2 条：请选择人员')).toBeInTheDocument();
});

it('warns where a rule can match nobody, and saves all the same', async () => {
  const warnings = [{ rule: 0, message: '东莱街道 没有 社区书记' }];
  const { api, save } = drawer(
    { ...DEFAULT_REVIEW, assignees: [SECRETARY] },
    { 'hxReviewTasks:checkRules': () => ({ data: { warnings } }) },
  );
  expect(await screen.findByText('第 1 条：东莱街道 没有 社区书记')).toBeInTheDocument();
  expect(api.to('hxReviewTasks:checkRules')[0].data).toEqual({ collection: 'hxErrands', assignees: [SECRETARY] });
  expect((await save()).assignees).toEqual([SECRETARY]);
});

it('lets the fields be seen, filled or required, and the outcome move the record', async () => {
  const { save } = drawer({ ...DEFAULT_REVIEW, assignees: [SECRETARY] });
  await choose(await screen.findByRole('combobox', { name: '添加字段' }), '备注');
  await userEvent.click(screen.getByText('必填'));
  await choose(screen.getByRole('combobox', { name: '通过时' }), '接收 → 已接收');
  const { fields, outcome } = await save();
  expect(fields).toEqual([{ name: 'note', mode: 'required' }]);
  expect(outcome).toEqual({ approved: 'accept' });
});

it('cannot be changed in a version that has run', async () => {
  drawer({ ...DEFAULT_REVIEW, assignees: [SECRETARY] }, {}, true);
  await screen.findByText('社区书记');
  for (const name of ['上移', '删除']) expect(screen.getAllByRole('button', { name })[0]).toBeDisabled();
  expect(screen.getByRole('combobox', { name: '时限方式' })).toBeDisabled();
});

it('is readable on its card, with its branches', async () => {
  const { context } = host({
    ...ANSWERS,
    'hxReviewTasks:checkRules': () => ({ data: { warnings: [{ rule: 0, message: '东莱街道 没有 社区书记' }] } }),
  });
  const config: ReviewNodeConfig = {
    ...DEFAULT_REVIEW,
    assignees: [SECRETARY, { type: 'organizationHead', levelsAbove: 1 }],
    onTimeout: 'passUp',
  };
  const data = { id: 1, title: '社区审核', config };
  const nodes = [data, { id: 2, title: '发通知', upstreamId: 1, branchIndex: 1 }];
  show(
    context,
    <FlowContext.Provider value={{ workflow: WORKFLOW, nodes }}>
      <ReviewCard data={data} />
    </FlowContext.Provider>,
  );
  expect(await screen.findByText('社区书记（记录所在的区域） ；找不到时 上级党组织负责人')).toBeInTheDocument();
  expect(screen.getByText('2 个工作日，超期交给上一级')).toBeInTheDocument();
  expect(screen.getByText('一人办理即可')).toBeInTheDocument();
  expect(await screen.findByText(/有的地方按规则找不到人/)).toBeInTheDocument();
  for (const branch of ['通过', '退回', '驳回']) expect(screen.getByText(branch)).toBeInTheDocument();
  expect(screen.getByText('发通知')).toBeInTheDocument();
});

describe('in words', () => {
  const names: RuleNames = { records: new Map(), roles: new Map(), users: new Map([[3, '王书记']]), paths: new Map() };

  it('joins rules and names what has no name by its key', () => {
    const rules: AssigneeRule[] = [SECRETARY, { type: 'users', userIds: [3], together: true }, { type: 'ownRule' }];
    expect(rulesText(rules, RULE_TYPES, names, t)).toBe(
      'communitySecretary（记录所在的区域） 和 王书记 ；找不到时 ownRule',
    );
  });

  it('says the time limit', () => {
    const field = (name: string): string => (name === 'dueOn' ? '截止日期' : name);
    expect(deadlineText({ deadline: { kind: 'field', field: 'dueOn' }, onTimeout: 'return' }, field, t)).toBe(
      '到“截止日期”为止，超期退回',
    );
    expect(deadlineText({ deadline: null }, field, t)).toBeUndefined();
  });

  it('knows what a rule lacks', () => {
    expect(ruleProblems({ type: 'postHolder', postTypes: [] }, RULE_TYPES, t)).toEqual(['请选择岗位', '请选择哪一级']);
    expect(ruleProblems({ type: 'unitLiaison' }, RULE_TYPES, t)).toEqual([]);
  });

  it('holds a level by name or by distance, never both', () => {
    const street = withPlace(SECRETARY, 'level:street');
    expect(street).toEqual({ type: 'postHolder', postTypes: ['communitySecretary'], level: 'street' });
    expect(placeOf(withPlace(street, 'above:1'))).toBe('above:1');
    expect(withPlace(street, 'above:1')).not.toHaveProperty('level');
  });
});

it('offers its result to later nodes', async () => {
  const { context } = host({});
  let found: ReturnType<ReviewInstruction['useVariables']> = {};
  function Probe() {
    found = new ReviewInstruction().useVariables({
      key: 'abc',
      title: '社区审核',
      config: { fields: [{ name: 'note', mode: 'write' }] },
    });
    return null;
  }
  show(context, <Probe />);
  await waitFor(() => expect(found.children?.map(({ value }) => value)).toContain('decision'));
  expect(found.children?.at(-1)).toMatchObject({
    value: 'values',
    children: [expect.objectContaining({ value: 'note' })],
  });
});

it('is put on the canvas without rules, because the server takes an empty list for a mistake', () => {
  const { assignees: _rules, ...rest } = DEFAULT_REVIEW;
  expect(new ReviewInstruction().createDefaultConfig()).toEqual(rest);
});

describe('a rule of another plugin', () => {
  const CONVENER: AssigneeRuleType = {
    type: 'convener',
    title: '善治会召集人',
    sentence: '{{seat}}，近{{months}}个月到会（{{note}}）',
    options: [
      {
        name: 'seat',
        title: '席位',
        kind: 'choice',
        required: true,
        choices: [
          { value: 'chair', title: '会长', said: '善治会会长' },
          { value: 'secretary', title: '秘书长' },
        ],
      },
      { name: 'months', title: '到会月数', kind: 'number', required: true, initially: 3 },
      { name: 'note', title: '说明', kind: 'text' },
    ],
  };
  const answers: Answers = { 'hxReviewTasks:assigneeRules': () => ({ data: [...RULE_TYPES, CONVENER] }) };

  it('is offered, drawn and saved as its plugin declares it', async () => {
    const { save } = drawer({ ...DEFAULT_REVIEW, assignees: [SECRETARY] }, answers);
    await screen.findByText('社区书记');
    await choose(screen.getByRole('combobox', { name: '找什么人' }), '善治会召集人');
    await expect(save()).rejects.toBeDefined();
    expect(await screen.findByText('第 1 条：请选择席位')).toBeInTheDocument();
    await choose(screen.getByRole('combobox', { name: '席位' }), '秘书长');
    await userEvent.type(screen.getByRole('textbox', { name: '说明' }), '轮值');
    expect((await save()).assignees).toEqual([{ type: 'convener', seat: 'secretary', months: 3, note: '轮值' }]);
    await userEvent.clear(screen.getByRole('spinbutton', { name: '到会月数' }));
    await expect(save()).rejects.toBeDefined();
    expect(await screen.findByText('第 1 条：请填写到会月数')).toBeInTheDocument();
  });

  it('is read in the words of its plugin', () => {
    const names: RuleNames = { records: new Map(), roles: new Map(), users: new Map(), paths: new Map() };
    const rule = { type: 'convener', seat: 'chair', months: 6, note: '轮值' };
    expect(rulesText([rule], [CONVENER], names, t)).toBe('善治会会长，近6个月到会（轮值）');
    expect(ruleProblems({ ...rule, seat: 'nobody' }, [CONVENER], t)).toEqual(['请选择席位']);
  });

  it('whose plugin is off stays as it is stored', async () => {
    const { save } = drawer({ ...DEFAULT_REVIEW, assignees: [{ type: 'convener', seat: 'chair' }] });
    expect(await screen.findByText('convener', { selector: '.ant-select-selection-item' })).toBeInTheDocument();
    expect((await save()).assignees).toEqual([{ type: 'convener', seat: 'chair' }]);
  });
});
