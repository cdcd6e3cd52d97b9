import { MATCH_GROUNDS, MATCH_POINTS, matchNeed, type MatchCandidate, type MatchWish } from '..';

const wish: MatchWish = {
  serviceClass: 'legalAid',
  skills: ['law', 'mediation'],
  areaCode: '370681001001001',
  times: ['saturday'],
  wantedBy: '2026-12-31',
};
const nobody: MatchCandidate = {
  serviceClasses: [],
  skills: [],
  areaCode: null,
  times: [],
  availableFrom: null,
  availableTo: null,
};
const match = (candidate: Partial<MatchCandidate>, change: Partial<MatchWish> = {}) =>
  matchNeed({ ...wish, ...change }, { ...nobody, ...candidate }, '2026-11-24');
const grounds = (candidate: Partial<MatchCandidate>, change: Partial<MatchWish> = {}) =>
  match(candidate, change)?.grounds.map(({ code, points }) => `${code} ${points}`);

describe('a proposal for a need', () => {
  it('scores a hundred when class, skills, estate and time all fit, and says why', () => {
    const perfect = {
      serviceClasses: ['legalAid', 'other'],
      skills: ['mediation', 'law'],
      areaCode: '370681001001001002',
      times: ['saturday'],
    };
    expect(match(perfect)).toEqual({
      score: 100,
      grounds: [
        { code: 'SERVICE_CLASS', points: 35, items: ['legalAid'] },
        { code: 'SKILLS', points: 30, items: ['law', 'mediation'] },
        { code: 'SAME_ESTATE', points: 20, items: [] },
        { code: 'TIMES', points: 15, items: ['saturday'] },
      ],
    });
    expect(Object.values(MATCH_POINTS).reduce((sum, points) => sum + points, 0)).toBe(100);
  });

  it('counts the share of the skills wanted', () => {
    expect(grounds({ skills: ['law'] })).toEqual(['SKILLS 15']);
  });

  it('prefers who is nearer', () => {
    const at = (areaCode: string | null) => match({ serviceClasses: ['legalAid'], areaCode })?.score ?? 0;
    const scores = [at('370681001001001'), at('370681001001'), at('370681001009'), at('370681002'), at(null)];
    expect(scores).toEqual([55, 51, 43, 35, 35]);
  });

  it('is not made for nearness or free time alone', () => {
    expect(match({ areaCode: wish.areaCode, times: ['saturday'] })).toBeNull();
  });

  it('is not made of what comes too late or has run out', () => {
    expect(match({ serviceClasses: ['legalAid'], availableFrom: '2027-01-01' })).toBeNull();
    expect(match({ serviceClasses: ['legalAid'], availableTo: '2026-11-23' })).toBeNull();
    expect(
      match({ serviceClasses: ['legalAid'], availableFrom: '2026-12-31', availableTo: '2026-11-24' }),
    ).not.toBeNull();
  });

  it('takes who can come anytime, and what is there in time when no time was named', () => {
    expect(grounds({ skills: ['law'], times: ['anytime'] })).toEqual(['SKILLS 15', 'TIMES 15']);
    expect(grounds({ skills: ['law'], availableTo: '2027-01-01' }, { times: [] })).toEqual(['SKILLS 15', 'IN_TIME 15']);
  });

  it('has its grounds in both languages', () => {
    for (const { zh, en } of Object.values(MATCH_GROUNDS)) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    }
  });
});
