import { describeReason, reason, reasonsOf, verdict } from '..';

describe('reason', () => {
  it('is a yes without reasons and a no with all of them', () => {
    const objections = [reason('OPINION_REQUIRED'), reason('FIELD_REQUIRED', {}, 'phone')];
    expect(verdict([])).toEqual({ ok: true });
    expect(verdict(objections)).toEqual({ ok: false, reasons: objections });
    expect(reasonsOf(verdict(objections))).toEqual(objections);
    expect(reasonsOf(verdict([]))).toEqual([]);
  });

  it('names its field to the form and to the message', () => {
    expect(reason('FIELD_REQUIRED', {}, 'phone')).toEqual({
      code: 'FIELD_REQUIRED',
      params: { field: 'phone' },
      field: 'phone',
    });
  });

  it('reads with the titles a caller gives, and with a caller’s own templates', () => {
    const missing = reason('FIELD_REQUIRED', {}, 'phone');
    expect(describeReason(missing, 'zh', { translate: (_, value) => (value === 'phone' ? '电话' : undefined) })).toBe(
      '“电话”必须填写。',
    );
    const own = { code: 'OWN', params: { left: 0, note: null } };
    expect(describeReason(own, 'en', { texts: { OWN: { zh: '', en: '{{left}} left{{note}} {{other}}' } } })).toBe(
      '0 left {{other}}',
    );
  });

  it('shows the bare code when no catalogue knows it', () => {
    expect(describeReason({ code: 'toString' }, 'zh')).toBe('toString');
  });
});
