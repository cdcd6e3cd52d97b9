import React from 'react';
import { OrganizationTree } from '../components/OrganizationTree';
import { tExpr } from '../locale';
import { GovernanceBlockModel } from './GovernanceBlockModel';

/** Block 组织架构: the five-level tree of party organisations. */
export class HxOrganizationTreeBlockModel extends GovernanceBlockModel {
  protected content(): React.ReactElement {
    return <OrganizationTree />;
  }
}

HxOrganizationTreeBlockModel.define({
  label: tExpr('组织架构'),
  icon: 'ApartmentOutlined',
  createModelOptions: { use: 'HxOrganizationTreeBlockModel' },
});
