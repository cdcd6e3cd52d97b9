import { type PublicParty, type PublicProcess } from '../../requests/processes';
import { nextSteps } from '../next-step';

const t = (text: string, values: Record<string, unknown> = {}) =>
  text.replace(/{{(\w+)}}/g, (_, key: string) => String(values[key]));
const process = (by: readonly PublicParty[]): PublicProcess => ({
  key: 'matter',
  title: { zh: '议题', en: 'Matter' },
  collection: 'hxMatters',
  stateField: 'state',
  initial: 'raised',
  mainPath: ['raised', 'open'],
  states: [
    { name: 'raised', label: { zh: '已提出', en: 'Raised' }, color: null, final: false, side: false },
    { name: 'open', label: { zh: '议事中', en: 'Open' }, color: null, final: true, side: false },
  ],
  transitions: [
    { name: 'open', label: { zh: '开议', en: 'Open' }, from: ['raised'], to: 'open', by, appearance: 'primary' },
  ],
});
const convener = { relation: 'convener', label: { zh: '召集人', en: 'Convener' } };

it('says whoever a plugin has declared, in the reader’s language', () => {
  const council = { role: 'hx-council', level: ['street', 'community'], label: { zh: '议事会', en: 'Council' } };
  expect(nextSteps(process([convener, council]), 'raised', 'zh', t)).toEqual(['开议（召集人/街道/社区议事会）']);
  expect(nextSteps(process([convener]), 'raised', 'en', t)).toEqual(['Open（Convener）']);
});

it('says nothing of a relation that nobody waits for, and of the system', () => {
  expect(nextSteps(process([{ relation: 'hasNoConvener', label: null }, 'system']), 'raised', 'zh', t)).toEqual([]);
  expect(nextSteps(process(['owner', 'system']), 'raised', 'zh', t)).toEqual(['开议（填报人）']);
});
