import type { DomainPart, Services } from '@hongxin/plugin-foundation';
import { cleanNames } from '../persons/values';
import { accountRequestAccess } from './access';
import { requestActions } from './actions';
import hxAccountRequests from './collection';
import { accountsPage } from './page';
import { accountRequestProcess } from './process';
import { ACCOUNT_REQUEST_REASONS } from './reasons';
import { AccountRequests } from './requests';

/** 账号申请: units and social organisations that ask for an account. */
export const accountRequests = ({ app }: Services): DomainPart => {
  const requests = new AccountRequests(app);
  return {
    collections: [hxAccountRequests],
    processes: [
      {
        definition: accountRequestProcess,
        fills: { approve: [requests.keepAnswer], reject: [requests.keepAnswer] },
      },
    ],
    access: [accountRequestAccess],
    reasons: ACCOUNT_REQUEST_REASONS,
    rules: { hxAccountRequests: [cleanNames('applicantName')] },
    resources: { hxJoin: requestActions(app, requests) },
    pages: [accountsPage],
  };
};
