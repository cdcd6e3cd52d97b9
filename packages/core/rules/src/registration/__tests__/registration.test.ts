import { reasonsOf } from '../../mechanism';
import { checkRegistrationComplete, checkSingleRoll, checkTransferTarget, ROLL_STATES } from '..';

const complete = { personName: '王芳', phone: '13812341234', unitId: 3, homeAreaId: 9, consentVersion: '2026-1' };
const objections = (change: Record<string, unknown>, fields?: string[]): string[] =>
  reasonsOf(checkRegistrationComplete({ ...complete, ...change }, fields)).map(({ code, field }) => `${code} ${field}`);

describe('a member’s registration', () => {
  it('may be submitted when it is complete', () => {
    expect(checkRegistrationComplete(complete)).toEqual({ ok: true });
  });

  it('names every field that is missing, consent included', () => {
    expect(reasonsOf(checkRegistrationComplete({})).map(({ field }) => field)).toEqual([
      'personName',
      'phone',
      'unitId',
      'homeAreaId',
      'consentVersion',
    ]);
    expect(objections({ consentVersion: ' ' })).toEqual(['FIELD_REQUIRED consentVersion']);
  });

  it('needs a phone number that can be called', () => {
    expect(objections({ phone: '123' })).toEqual(['PHONE_INVALID phone']);
    expect(objections({ phone: 13812341234 })).toEqual([]);
  });

  it('asks for the fields an administrator chose', () => {
    expect(objections({ unitId: null, position: '' }, ['position'])).toEqual(['FIELD_REQUIRED position']);
  });
});

describe('the roll of a community', () => {
  it('holds accepted members, one community at a time', () => {
    expect(ROLL_STATES).toEqual(['accepted', 'onRoll']);
    expect(checkSingleRoll(['draft', 'transferred', 'cancelled'])).toEqual({ ok: true });
    expect(reasonsOf(checkSingleRoll(['onRoll', 'draft']))).toEqual([
      { code: 'ALREADY_ON_ROLL', params: { count: 1 } },
    ]);
  });

  it('is left for another community only', () => {
    const code = (from: string, to: string): string | undefined => reasonsOf(checkTransferTarget(from, to))[0]?.code;
    expect(code('370681001002', '370681001003')).toBeUndefined();
    expect(code('370681001002001', '370681001003005')).toBeUndefined();
    expect(code('370681001002', '370681001002')).toBe('TRANSFER_SAME_COMMUNITY');
    expect(code('370681001002001', '370681001002002')).toBe('TRANSFER_SAME_COMMUNITY');
    expect(code('370681001002', '370681002')).toBe('TRANSFER_TARGET_NOT_COMMUNITY');
    expect(code('370681001002', '')).toBe('TRANSFER_TARGET_NOT_COMMUNITY');
  });
});
