import { describeReason } from '../../mechanism';
import { GOVERNANCE_REASON_LABELS, GOVERNANCE_RULE_REASONS } from '..';
import { reason } from '../reasons';

describe('a reason of organisations', () => {
  it('reads as a sentence with the titles of levels', () => {
    const words = { texts: GOVERNANCE_RULE_REASONS, labels: GOVERNANCE_REASON_LABELS };
    const wrongArea = reason('ORGANIZATION_AREA_LEVEL', {
      organizationLevel: 'estateBranch',
      areaLevel: 'building',
      expectedAreaLevel: 'estate',
    });
    expect(describeReason(wrongArea, 'zh', words)).toBe(
      '小区（网格）党支部应设在小区，所选区域是楼栋，请重新选择区域。',
    );
    expect(describeReason(wrongArea, 'en', words)).toContain('an area of level "estate", not "building"');
  });
});
