import { languageOf } from '@hongxin/plugin-foundation';
import type { Context, Next } from '@nocobase/actions';
import type { AssigneeRule } from '../../shared/config';
import type { AssigneeRuleType, CheckRulesAnswer } from '../../shared/contract';
import type { ReviewTools } from '../steps/tools';
import { bodyOf, needText } from './request';

/** What the canvas asks: which rules there are, and whether they can find anybody. */
export function canvasActions(tools: ReviewTools) {
  /** GET hxReviewTasks:assigneeRules */
  async function assigneeRules(ctx: Context, next: Next): Promise<void> {
    const language = languageOf(ctx);
    const rules: AssigneeRuleType[] = tools.assignees
      .list()
      .map(({ type, title }) => ({ type, title: title[language] }));
    ctx.body = rules;
    await next();
  }

  /** POST hxReviewTasks:checkRules {collection, assignees} */
  async function checkRules(ctx: Context, next: Next): Promise<void> {
    const body = bodyOf(ctx);
    const collection = needText(body, 'collection');
    const rules = Array.isArray(body.assignees) ? (body.assignees as AssigneeRule[]).slice(0, 20) : [];
    const language = languageOf(ctx);
    const warnings: CheckRulesAnswer['warnings'] = [];
    for (const [index, rule] of rules.entries()) {
      const message = await tools.assignees.get(String(rule?.type))?.check?.(rule, collection, tools.app);
      if (message) warnings.push({ rule: index, message: message[language] });
    }
    ctx.body = { warnings };
    await next();
  }

  return { assigneeRules, checkRules };
}
