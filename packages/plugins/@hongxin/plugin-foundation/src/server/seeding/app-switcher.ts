import type Database from '@nocobase/database';
import { flowModels } from './flow-models';

const APP_SWITCHER = 'admin-layout-model-app-switcher-actions';

/**
 * NocoBase's desktop layout saves its (empty) app switcher when somebody first opens it. Where that is a person who may
 * not configure pages, the first thing they see is "No permissions"; so it is there before anybody comes.
 */
export async function prepareAppSwitcher(db: Database): Promise<void> {
  const models = flowModels(db);
  if (await models.findModelById(APP_SWITCHER)) return;
  await models.upsertModel({
    uid: APP_SWITCHER,
    use: 'AppSwitcherActionPanelModel',
    parentId: 'admin-layout-model',
    subKey: 'appSwitcher',
    subType: 'object',
    props: {},
    stepParams: {},
    sortIndex: 0,
    flowRegistry: {},
  });
}
