import type { DomainPart } from '@hongxin/plugin-foundation';
import { phraseAccess } from './access';
import hxReviewPhrases from './collection';
import { phrasesPage } from './page';
import { FIRST_PHRASES } from './shipped';

/** 常用意见: opinions ready to pick. */
export const phrases = (): DomainPart => ({
  collections: [hxReviewPhrases],
  access: [phraseAccess],
  shippedRows: [FIRST_PHRASES],
  pages: [phrasesPage],
});
