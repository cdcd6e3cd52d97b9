import { currentIdentity, languageOf, refuse } from '@hongxin/plugin-foundation';
import type { Context, Next } from '@nocobase/actions';
import type { AssigneeRule } from '../../shared/config';
import type { AssigneeRuleType, CheckRulesAnswer } from '../../shared/contract';
import type { ReviewTools } from '../steps/tools';
import { bodyOf, requireText } from '../common/request';
import { describedIn } from './descriptions';

/**
 * What the canvas asks: which rules there are, and whether they can find anybody. The answers name posts that nobody holds,
 * all over the city: they are for those who may configure workflows.
 */
export function canvasActions(tools: ReviewTools) {
  /** @throws Refusal 403 */
  function requireDrawer(): void {
    const identity = currentIdentity();
    const roles = [...(identity?.roles ?? [])];
    if (identity?.isAdministrator || tools.app.acl.can({ roles, resource: 'workflows', action: 'update' })) return;
    throw refuse(403, 'NOT_PERMITTED');
  }

  /** GET hxReviewTasks:assigneeRules */
  async function assigneeRules(ctx: Context, next: Next): Promise<void> {
    requireDrawer();
    const language = languageOf(ctx);
    const rules: AssigneeRuleType[] = tools.assignees.list().map((rule) => describedIn(language, rule));
    ctx.body = rules;
    await next();
  }

  /** POST hxReviewTasks:checkRules {collection, assignees} */
  async function checkRules(ctx: Context, next: Next): Promise<void> {
    requireDrawer();
    const body = bodyOf(ctx);
    const collection = requireText(body, 'collection');
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
