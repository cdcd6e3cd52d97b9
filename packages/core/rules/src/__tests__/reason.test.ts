import { allOf, describeReason, reason, reasonsOf, verdict } from '..';

describe('reason', () => {
  it('is a yes without reasons and a no with all of them', () => {
    const objections = [reason('OPINION_REQUIRED'), reason('FIELD_REQUIRED', {}, 'phone')];
    expect(verdict([])).toEqual({ ok: true });
    expect(verdict(objections)).toEqual({ ok: false, reasons: objections });
    expect(reasonsOf(allOf(verdict([]), verdict([objections[0]]), verdict([objections[1]])))).toEqual(objections);
  });

  it('names its field to the form and to the message', () => {
    expect(reason('FIELD_REQUIRED', {}, 'phone')).toEqual({
      code: 'FIELD_REQUIRED',
      params: { field: 'phone' },
      field: 'phone',
    });
  });

  it('reads as a sentence with the titles of levels', () => {
    const wrongArea = reason('ORGANIZATION_AREA_LEVEL', {
      organizationLevel: 'estateBranch',
      areaLevel: 'building',
      expectedAreaLevel: 'estate',
    });
    expect(describeReason(wrongArea, 'zh')).toBe('小区（网格）党支部应设在小区，所选区域是楼栋，请重新选择区域。');
    expect(describeReason(wrongArea, 'en')).toContain('an area of level "estate", not "building"');
  });

  it('reads with the titles a caller gives, and with a caller’s own templates', () => {
    const missing = reason('FIELD_REQUIRED', {}, 'phone');
    expect(describeReason(missing, 'zh', (_, value) => (value === 'phone' ? '电话' : undefined))).toBe(
      '“电话”必须填写。',
    );
    const own = { code: 'OWN', params: { left: 0, note: null } };
    expect(describeReason(own, 'en', undefined, { OWN: { zh: '', en: '{{left}} left{{note}} {{other}}' } })).toBe(
      '0 left {{other}}',
    );
  });

  it('shows the bare code when no catalogue knows it', () => {
    expect(describeReason({ code: 'toString' }, 'zh')).toBe('toString');
  });
});
