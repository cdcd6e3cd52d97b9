import { fieldsToFill } from '@hongxin/plugin-foundation';
import { listPage } from '../common/pages';
import hxReviewPhrases from './collection';

/** 常用意见: phrases every reviewer may pick; the city administrator's. */
export const phrasesPage = listPage({
  name: 'phrases',
  roles: ['hx-city'],
  title: '常用意见',
  icon: 'MessageOutlined',
  sort: 152,
  collection: hxReviewPhrases,
  noun: '意见',
  order: 'sort',
  tools: ['refresh'],
  form: fieldsToFill(hxReviewPhrases),
  details: false,
  canDelete: true,
  tabs: [{ key: 'phrases' }],
});
