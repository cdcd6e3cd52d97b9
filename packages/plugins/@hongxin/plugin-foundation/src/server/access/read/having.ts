import { refuse } from '../../errors';
import { LOGICAL } from './operators';

/**
 * Conditions on the numbers of a chart: each name is one of the numbers or groups asked for. NocoBase drops others in
 * silence, and the answer looks as if they had been heeded.
 * @param asked what the answer's columns are called
 * @throws Refusal 400 naming the condition
 */
export function requireHaving(having: unknown, asked: ReadonlySet<string>): void {
  if (having === undefined || having === null) return;
  if (typeof having !== 'object' || Array.isArray(having) || JSON.stringify(having).length > 2000)
    throw refuse(400, 'CHART_INVALID', { name: 'having' });
  for (const [name, value] of Object.entries(having)) {
    if (LOGICAL.has(name) && Array.isArray(value)) for (const each of value as unknown[]) requireHaving(each, asked);
    else if (!asked.has(name)) throw refuse(400, 'CHART_HAVING_UNKNOWN', { name: name.slice(0, 40) });
  }
}
