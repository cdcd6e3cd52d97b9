/** A right, a collection or a record that there is not stops an action from loading. */
import { app } from '@test/server/harness';
import { requireKnownRights } from '../rights';

const load = (address: string, declared: Parameters<typeof requireKnownRights>[2]) => () =>
  requireKnownRights(app(), address, declared);

it.each([
  ['a right', load('hxEvents:x', { right: 'veiw' }), /asks for veiw, which is no right/],
  ['a right elsewhere', load('hxEvents:x', { right: 'hxSeeds:transitoin' }), /asks for transitoin/],
  ['a collection', load('hxEvents:x', { right: 'hxEvent:view' }), /a right on hxEvent, which is no collection/],
  ['a right on a resource of our own', load('hxTrace:x', { right: 'view' }), /a right on hxTrace/],
  ['a record of a resource of our own', load('hxTrace:x', { right: 'loggedIn', record: true }), /hxTrace is no coll/],
  ['one of several', load('hxEvents:x', { right: ['view', 'vote'] }), /asks for vote/],
  ['none at all', load('hxEvents:x', { right: [] }), /nobody's right/],
])('refuses a misspelt declaration: %s', (_what, loading, message) => {
  expect(loading).toThrow(message);
});

it('takes what NocoBase knows', () => {
  for (const right of ['public', 'loggedIn', 'view', 'transition', 'hxSeeds:update', 'pm.hongxin.seeds'])
    expect(load('hxEvents:x', { right })).not.toThrow();
});
