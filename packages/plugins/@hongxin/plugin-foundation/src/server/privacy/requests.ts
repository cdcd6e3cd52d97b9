import type Database from '@nocobase/database';
import type { Transaction } from '@nocobase/database';
import type { Reason } from '@hongxin/rules/mechanism';
import { clock } from '../clock';
import type { AccessDeclarations } from '../access/declarations';
import type { TransitionContext } from '../domain';
import { Refusal, refuse } from '../errors';
import type { EventLog } from '../events';
import { runAsSystem } from '../identity';
import type { TransitionService } from '../transitions';
import { anonymizeRecord } from './anonymize';
import type { RequestKind } from './request-kinds';
import { isCorrectable } from './sections';
import { recordAbout, subjectCollections, type SubjectCollection } from './subject';

/** Fewest characters of a reason that says something [default]. */
const REASON_MIN = 4;
const OPEN_STATES = ['submitted', 'inProgress'];

/** What a person asks about one record of theirs. */
export interface RequestEntry {
  kind: RequestKind;
  collection: string;
  recordId: string;
  field?: string;
  proposedValue?: string;
  reason: string;
  /** What the request is about, as the list shows it. */
  about: string;
}

const problem = (code: string, field: string, params: Reason['params'] = {}): Reason => ({
  code,
  params: { ...params, field },
  field,
});

/** What requests are made and carried out with. */
export interface RequestUses {
  db(): Database;
  events: EventLog;
  access: AccessDeclarations;
  transitions: Pick<TransitionService, 'processOf' | 'shown'>;
}

/** Requests of people about their own data: made here, decided by transitions, carried out when granted. */
export class DataRequests {
  constructor(private readonly uses: RequestUses) {}

  /**
   * @returns the id of the new request
   * @throws Refusal 400 with every reason, 404 when the record is not about the person, 409 when the same is open
   */
  async make(userId: number, entry: RequestEntry, transaction: Transaction): Promise<string> {
    const subject = this.subjectOf(entry.collection);
    const record = subject && (await recordAbout(subject, userId, entry.recordId, transaction));
    if (!subject || !record) throw refuse(404, 'REQUEST_RECORD_NOT_YOURS');
    const reasons = this.objections(subject, entry);
    if (reasons.length > 0) throw new Refusal(400, reasons);
    const db = this.uses.db();
    // Two presses of the button at once make one request.
    await db.sequelize.query(`SELECT pg_advisory_xact_lock(hashtext('hongxin/dataRequest'), hashtext(:user))`, {
      replacements: { user: String(userId) },
      transaction,
    });
    const { kind, collection: collectionName, recordId, field: fieldName = null } = entry;
    const requests = db.getRepository('hxDataRequests');
    const same = { ownerId: userId, kind, collectionName, recordId, fieldName, state: { $in: OPEN_STATES } };
    if (await requests.findOne({ filter: same, transaction })) throw refuse(409, 'REQUEST_ALREADY_OPEN');
    const { areaField = 'areaCode' } = subject.access;
    const values = {
      kind,
      collectionName,
      recordId,
      fieldName,
      about: entry.about.slice(0, 200),
      proposedValue: kind === 'correction' ? entry.proposedValue : null,
      reason: entry.reason.trim(),
      ownerId: userId,
      areaCode: areaField === null ? null : (record.get(areaField) as string | null),
      requestedAt: clock.now(),
    };
    const row = await runAsSystem(() => requests.create({ values, transaction }));
    const about = { collectionName: 'hxDataRequests', recordId: String(row.get('id')), actorId: userId };
    const details = { kind, of: collectionName, ...(fieldName === null ? {} : { field: fieldName }) };
    await this.uses.events.append({ ...about, transition: 'created', to: 'submitted', details }, transaction);
    return String(row.get('id'));
  }

  /** Whether what is asked can be done now; all reasons why not. */
  readonly canGrant = async ({ record, transaction }: TransitionContext): Promise<Reason[]> => {
    if (record.get('kind') !== 'deletion') return [];
    const name = String(record.get('collectionName'));
    const process = this.uses.transitions.processOf(name)?.definition;
    if (!process || !this.uses.db().hasCollection(name)) return [];
    const target = await this.uses
      .db()
      .getRepository(name)
      .findOne({ filterByTk: String(record.get('recordId')), transaction });
    const state = String(target?.get(process.stateField) ?? '');
    const definition = this.uses.transitions.shown(name)?.states[state];
    return definition && !definition.final
      ? [{ code: 'REQUEST_RECORD_ACTIVE', params: { state: definition.label.zh } }]
      : [];
  };

  /** Does what was asked, in the transaction of the decision. */
  readonly carryOut = async ({ record, transaction }: TransitionContext): Promise<void> => {
    const subject = this.subjectOf(String(record.get('collectionName')));
    if (!subject) return;
    const id = String(record.get('recordId'));
    if (record.get('kind') === 'correction') {
      const values = { [String(record.get('fieldName'))]: record.get('proposedValue') };
      await runAsSystem(() => subject.collection.repository.update({ filterByTk: id, values, transaction }));
    } else if (record.get('kind') === 'deletion') {
      await anonymizeRecord(this.uses.db(), subject.access, id, transaction);
      const about = { collectionName: subject.collection.name, recordId: id, actorId: null };
      await this.uses.events.append({ ...about, transition: 'anonymized', details: { rows: 1 } }, transaction);
    }
  };

  /** Keeps the answer and the moment with the request. */
  readonly keepAnswer = async ({ record, opinion, now }: TransitionContext): Promise<void> => {
    record.set('answer', opinion);
    record.set('decidedAt', now);
  };

  private objections(subject: SubjectCollection, entry: RequestEntry): Reason[] {
    const { kind, field, proposedValue = '', reason } = entry;
    const reasons: Reason[] = [];
    if (kind === 'correction' && (!field || !isCorrectable(subject, field)))
      reasons.push(problem('REQUEST_FIELD_UNKNOWN', String(field ?? '').slice(0, 100)));
    if (kind === 'correction' && proposedValue.trim() === '')
      reasons.push(problem('REQUEST_VALUE_REQUIRED', 'proposedValue'));
    if (Array.from(reason.trim()).length < REASON_MIN)
      reasons.push(problem('REQUEST_REASON_REQUIRED', 'reason', { min: REASON_MIN }));
    return reasons;
  }

  private subjectOf(collection: string): SubjectCollection | undefined {
    return subjectCollections(this.uses.db(), this.uses.access).find(
      (subject) => subject.collection.name === collection,
    );
  }
}
