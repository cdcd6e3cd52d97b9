import { foundationOf, runAsSystem, tellUser } from '@hongxin/plugin-foundation';
import { describeReason, type Language, type LocalizedText, type Reason } from '@hongxin/rules/mechanism';
import type { Model, Transaction } from '@nocobase/database';
import { withRoles } from '../assignees/find';
import type { MoveAttempt } from '../steps/outcome';
import { factsOf } from '../steps/record-facts';
import type { ReviewTools } from '../steps/tools';
import { TASK_CHANNEL } from '../tasks/notices';

const TITLE: LocalizedText = { zh: '工作流中的“流转”未能执行', en: 'A move in a workflow could not be carried out' };

/**
 * Tells whoever draws workflows that a move of theirs was refused: which record, which step and why; once per run. That
 * those in charge of the place have a task for it is another matter: they can try again, but not mend the drawing.
 */
export async function tellAdministrators(
  tools: ReviewTools,
  executionId: string,
  { collection, recordId, transition }: MoveAttempt,
  record: Model | null,
  reasons: readonly Reason[],
): Promise<void> {
  const { app, db } = tools;
  const told = { collectionName: collection, recordId, transition: 'reviewMoveFailed' };
  const isFirst = await runAsSystem(() =>
    db.sequelize.transaction(async (transaction: Transaction) => {
      const before = (await db.getModel('hxEvents').findAll({ where: told, transaction })) as Model[];
      if (
        before.some((event) => (event.get('details') as { executionId?: string } | null)?.executionId === executionId)
      )
        return false;
      const details = { executionId, attempted: transition, reasons: reasons.map(({ code }) => code) };
      await foundationOf(app).events.append({ ...told, actorId: null, details }, transaction);
      return true;
    }),
  );
  if (!isFirst) return;
  const { transitions, errors } = foundationOf(app);
  const label = transitions.processOf(collection)?.definition.transitions[transition]?.label;
  const name = record ? (await factsOf(app, record)).recordTitle : recordId;
  const why = (language: Language): string =>
    reasons
      .map((reason) => describeReason(reason, language, errors.catalogue.words))
      .join(language === 'zh' ? '；' : '; ');
  const lines = [
    { zh: `记录：${name}`, en: `Record: ${name}` },
    { zh: `操作：${label?.zh ?? transition}`, en: `Step: ${label?.en ?? transition}` },
    { zh: `原因：${why('zh')}`, en: `Reason: ${why('en')}` },
  ];
  const administrators = await withRoles({ db }, ['root', 'admin']);
  for (const { userId } of administrators) await tellUser(app, TASK_CHANNEL, { userId, title: TITLE, lines });
}
