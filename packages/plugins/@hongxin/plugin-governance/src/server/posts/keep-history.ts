import { Refusal, textOf } from '@hongxin/plugin-foundation';
import type { Model } from '@nocobase/database';
import { today } from '../common/today';
import { postReason } from './reasons';

/** Who held which post when is history from the day on which it begins. */
export function keepHistory(post: Model): void {
  const startsOn = textOf(post, 'startsOn');
  if (startsOn !== null && startsOn <= today()) throw new Refusal(400, [postReason('POST_HAS_HISTORY')]);
}
