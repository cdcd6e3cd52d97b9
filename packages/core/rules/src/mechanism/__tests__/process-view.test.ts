import { mainPath, toMermaid } from '..';
import { registrationExample } from '../../__tests__/support/registration-example';

describe('showing a process', () => {
  it('has a steps bar of the initial state and the others off the side, as declared', () => {
    expect(mainPath(registrationExample)).toEqual(['draft', 'submitted', 'accepted']);
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
});
