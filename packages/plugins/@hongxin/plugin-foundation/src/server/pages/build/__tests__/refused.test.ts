/** A misspelt name stops the plugin from loading, with a sentence that names page and field. */
import type { PageOptions } from '../options';
import { errands, hxLoans } from './collections';

describe('what is not declared is refused with the page and its name', () => {
  it.each<[string, Partial<PageOptions>, string]>([
    [
      'a column',
      { fields: ['titel'] },
      'page errands/errands, tab all, fields: "titel" is not a field of hxErrands (跑腿)',
    ],
    ['a field of a form', { form: ['titel'] }, 'tab all, form: "titel" is not a field of hxErrands'],
    [
      'a field of a form of its own',
      { edit: { form: ['titel'] } },
      'tab all, edit: "titel" is not a field of hxErrands',
    ],
    ['a field of the details', { details: ['titel'] }, 'tab all, details: "titel" is not a field of hxErrands'],
    ['an order', { order: '-titel' }, 'tab all, order: "titel" is not a field of hxErrands'],
    [
      'a condition',
      { filter: [{ path: 'titel', operator: '$notEmpty', value: true }] },
      'tab all, filter: "titel" is not a field of hxErrands',
    ],
    ['a column of a sheet', { sheet: { columns: ['titel'] } }, 'tab all, sheet: "titel" is not a field of hxErrands'],
    ['a way through no relation', { fields: ['title.name'] }, '"title.name" goes through "title" of hxErrands'],
    ['a chooser', { offers: { helpr: {} } }, 'tab all, add, offers: "helpr" is not a field of hxErrands'],
    [
      'a field of what hangs on a record',
      { related: [{ relation: 'loans', collection: hxLoans, fields: ['thin'] }] },
      'tab all, details: "thin" is not a field of hxLoans (借用)',
    ],
    ['a state', { states: ['opn'] }, 'tab all, states: "opn" is not a state of hxErrands. Its states: draft, returned'],
    ['a transition', { add: { submit: 'sbmit' } }, 'tab all, add: "sbmit" is not a transition of errand: submit'],
    [
      'a process of other records',
      { collection: hxLoans, form: ['thing'] },
      'tab all: errand is the process of hxErrands',
    ],
    ["a form that asks for what is the server's business", { form: ['closedAt'] }, 'a form cannot ask for it'],
    ['a form that asks for what the server fills in', { form: ['number'] }, 'a form cannot ask for it'],
    [
      'a list without a collection',
      { collection: undefined },
      'tab all: names no collection, and neither does the page',
    ],
    ['two tabs of one key', { tabs: [{ key: 'all' }, { key: 'all' }] }, 'two tabs have the key "all"'],
    [
      'more than a popup has room for',
      { details: Array<string>(21).fill('title') },
      '21 fields are more than the 20 that a popup has room for',
    ],
  ])('%s', (_what, options, sentence) => {
    expect(() => errands(options)).toThrow(sentence);
  });
});
