import React from 'react';
import { GovernanceOverview } from '../components/GovernanceOverview';
import { tExpr } from '../locale';
import { GovernanceBlockModel } from './GovernanceBlockModel';

/** Block 治理总览: figures against the programme, and coverage gaps. */
export class HxGovernanceOverviewBlockModel extends GovernanceBlockModel {
  protected content(): React.ReactElement {
    return <GovernanceOverview />;
  }
}

HxGovernanceOverviewBlockModel.define({
  label: tExpr('治理总览'),
  icon: 'DashboardOutlined',
  createModelOptions: { use: 'HxGovernanceOverviewBlockModel' },
});
