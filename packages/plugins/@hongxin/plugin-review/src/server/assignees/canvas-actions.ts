import { action, body, type ActionsOfResource } from '@hongxin/plugin-foundation';
import type { AssigneeRule } from '../../shared/config';
import type { AssigneeRuleType, CheckRulesAnswer } from '../../shared/contract';
import type { ReviewTools } from '../steps/tools';
import { describedIn } from './descriptions';

/** Whoever may draw workflows. */
const DRAWER = 'workflows:update';
/** Rules of one node that are looked at [default]. */
const LOOKED_AT = 20;

const RULE = body.object({ zh: '审批人规则', en: 'rule' });
const CHECK_RULES = {
  collection: body.text({ zh: '数据表', en: 'table' }, 200),
  assignees: body.optional(body.list({ zh: '审批人规则', en: 'rules' }, RULE, 200)),
};

/**
 * What the canvas asks: which rules there are, and whether they can find anybody. The answers name posts that nobody holds,
 * all over the city: they are for those who may configure workflows.
 */
export const canvasActions = (tools: ReviewTools): ActionsOfResource => ({
  assigneeRules: action({ right: DRAWER }, ({ language }) => {
    const rules: AssigneeRuleType[] = tools.assignees.list().map((rule) => describedIn(language, rule));
    return rules;
  }),

  checkRules: action({ right: DRAWER, body: CHECK_RULES }, async ({ language, body: { collection, assignees } }) => {
    // what is in a rule, its type says
    const rules = (assignees ?? []).slice(0, LOOKED_AT) as unknown as AssigneeRule[];
    const warnings: CheckRulesAnswer['warnings'] = [];
    for (const [index, rule] of rules.entries()) {
      const message = await tools.assignees.get(String(rule.type))?.check?.(rule, collection, tools.app);
      if (message) warnings.push({ rule: index, message: message[language] });
    }
    return { warnings };
  }),
});
