import { checkTransition, describeReason, finalStates, mainPath, processTitles, reasonsOf, toMermaid } from '..';
import { registrationExample } from './support/registration-example';

describe('showing a process', () => {
  it('has a steps bar of the initial state and the others off the side, as declared', () => {
    expect(mainPath(registrationExample)).toEqual(['draft', 'submitted', 'accepted']);
  });

  it('knows where it ends', () => {
    expect(finalStates(registrationExample)).toEqual(['accepted', 'cancelled']);
  });

  it('draws a state diagram whose labels cannot break it', () => {
    const diagram = toMermaid(registrationExample, 'zh');
    expect(diagram.split('\n').slice(0, 2)).toEqual(['stateDiagram-v2', '  state "已退回" as returned']);
    expect(diagram).toContain('  [*] --> draft\n');
    expect(diagram).toContain('  returned --> submitted : 提交\n');
    expect(diagram).toContain("  submitted --> returned : 退回 - '补正'\n");
    expect(diagram).toContain('  accepted --> [*]\n');
    expect(toMermaid(registrationExample, 'en')).toContain('state "Draft" as draft');
  });

  it('reads its refusals with the titles of its states and transitions', () => {
    const record = { state: 'accepted', personName: '王芳', skills: ['law'] };
    const attempt = { transition: 'submit', record, now: new Date(0), actorId: 1 };
    const [refusal] = reasonsOf(checkTransition(registrationExample, attempt));
    const titles = processTitles(registrationExample, 'zh');
    expect(describeReason(refusal, 'zh', titles)).toBe(
      '当前状态“已接收”不能执行“提交”，须处于：草稿、已退回。请刷新后查看最新状态。',
    );
    expect(titles('state', 'toString')).toBeUndefined();
    expect(titles('field', 'draft')).toBeUndefined();
  });
});
