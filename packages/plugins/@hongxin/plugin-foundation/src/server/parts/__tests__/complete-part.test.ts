/** What is said once at a field is what rights, masks and rules of records say. */
import type { CollectionOptions } from '@nocobase/database';
import { belongsTo, byServer, closed, hasMany, identifier, personName, phone, text, yearOfRecord } from '../../fields';
import { completePart, type DomainPart } from '..';

const because = () => ({ code: 'CLOSED', params: {} });
const LETTERS: CollectionOptions = {
  name: 'hxLetters',
  fields: [
    identifier(),
    text('number', '编号', { readOnly: true }),
    yearOfRecord(),
    text('title', '标题', { required: true }),
    ...belongsTo('unit', 'hxUnits', '单位'),
    personName('sender', '写信人', { personal: 'name' }),
    phone('senderPhone', '电话'),
    ...byServer(
      ...belongsTo('owner', 'users', '账号'),
      closed(text('hash', '摘要')),
      hasMany('answers', 'hxAnswers', 'letterId', '答复'),
    ),
  ],
};
const part = (more: DomainPart = {}, grants: NonNullable<DomainPart['access']>[number]['grants'] = {}): DomainPart => ({
  collections: [LETTERS],
  access: [{ collection: 'hxLetters', ownerField: 'ownerId', labelFields: ['title'], retentionMonths: 12, grants }],
  ...more,
});

describe('rights', () => {
  it('are completed by what is marked at the fields', () => {
    const [access] =
      completePart(
        part(
          {},
          {
            'hx-city': { reach: 'all', create: true, update: { except: ['unit'] } },
            'hx-member': { reach: 'own', hidden: ['unit'] },
            'hx-unit': { reach: 'all', view: ['title'] },
          },
        ),
      ).access ?? [];
    expect(access.personalFields).toEqual({ sender: 'name', senderPhone: 'phone' });
    expect(access.serverFields).toEqual(['year', 'ownerId', 'owner', 'hash', 'answers']);
    expect(access.grants['hx-city']).toEqual({
      reach: 'all',
      create: ['title', 'unit', 'sender', 'senderPhone'],
      update: ['title', 'sender', 'senderPhone'],
      hidden: ['hash'],
    });
    expect(access.grants['hx-member']?.hidden).toEqual(['unit', 'hash']);
    expect(access.grants['hx-unit']).toEqual({ reach: 'all', view: ['title'] });
  });

  it('keep what a declaration says of a table of another plugin', () => {
    const given = {
      collection: 'users',
      labelFields: [],
      retentionMonths: null,
      grants: { 'hx-city': { reach: 'all' } },
    };
    expect(completePart({ access: [given as never] }).access).toEqual([given]);
  });

  it('do not load when a role is to write what the server fills', () => {
    expect(() => completePart(part({}, { 'hx-city': { reach: 'all', create: ['title', 'owner'] } }))).toThrow(
      'access to hxLetters: hx-city is to write owner, which the server fills',
    );
  });
});

describe('rules of records', () => {
  it('of fields run first, those that close a record last', () => {
    const own = async (): Promise<void> => undefined;
    const { rules } = completePart(
      part({
        rules: { hxLetters: [own] },
        records: { hxLetters: { editable: { while: [{ in: ['draft'] }], because }, kept: because } },
      }),
    );
    // year, name, phone; the part's own; what closes it
    expect(rules?.hxLetters).toHaveLength(5);
    expect(rules?.hxLetters.indexOf(own)).toBe(3);
  });

  it('keep a record beside what else follows from a deletion', () => {
    const work = (): void => undefined;
    const follows = { 'hxLetters.beforeDestroy': [work] };
    const complete = completePart(part({ follows, records: { hxLetters: { kept: because } } }));
    expect(complete.follows?.['hxLetters.beforeDestroy']).toHaveLength(2);
    expect('records' in complete).toBe(false);
  });

  it('say nothing of a table that no part brings', () => {
    expect(() => completePart(part({ records: { hxLeters: { kept: because } } }))).toThrow(
      'records says something of hxLeters, which no part of the plugin brings',
    );
  });
});
