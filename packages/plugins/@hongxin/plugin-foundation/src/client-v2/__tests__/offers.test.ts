import { type Collection, type CollectionField } from '@nocobase/flow-engine';
import { HxTransitionFormModel } from '../models/HxTransitionFormModel';
import { registerOffer } from '../record/offers';

const CLASSES = {
  filter: { logic: '$and' as const, items: [{ path: 'dictionary', operator: '$eq', value: 'class' }] },
  sort: [{ field: 'sort', direction: 'asc' as const }],
};
const collection = { name: 'hxErrands', dataSourceKey: 'main' } as Collection;

/** Flow settings of the control that a transition shows for a field. */
function settingsOf(name: string): unknown {
  const model = Object.create(HxTransitionFormModel.prototype);
  const asked: { stepParams?: Record<string, unknown> }[] = [];
  Object.assign(model, {
    controls: new Map(),
    context: {},
    addSubModel: (_key: string, options: object) => {
      asked.push(options);
      return { context: { defineProperty: () => undefined }, setProps: () => undefined };
    },
  });
  const field = { name, type: 'belongsTo', interface: 'm2o', title: name } as CollectionField;
  (model as HxTransitionFormModel).controlOf(collection, { name: `${name}Id`, field, isForeignKey: true });
  return asked[0].stepParams?.selectSettings;
}

it('a transition offers what a plugin says of a relation, and everything of any other', () => {
  registerOffer('hxErrands', 'class', CLASSES);
  expect(settingsOf('class')).toEqual({
    dataScope: { filter: CLASSES.filter },
    sortingRule: { sort: CLASSES.sort },
  });
  expect(settingsOf('area')).toBeUndefined();
});
