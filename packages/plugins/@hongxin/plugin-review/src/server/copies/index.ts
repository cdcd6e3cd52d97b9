import type { DomainPart } from '@hongxin/plugin-foundation';
import { copyAccess } from './access';
import hxReviewCopies from './collection';

/** 抄送: who was told of a review without having to decide. */
export const copies = (): DomainPart => ({ collections: [hxReviewCopies], access: [copyAccess] });
