import React from 'react';
import { CoverageGaps } from '../components/CoverageGaps';
import { tExpr } from '../locale';
import { GovernanceBlockModel } from './GovernanceBlockModel';

/** Block 覆盖缺口: what the structure lacks, and what to do. */
export class HxCoverageGapsBlockModel extends GovernanceBlockModel {
  protected content(): React.ReactElement {
    return <CoverageGaps />;
  }
}

HxCoverageGapsBlockModel.define({
  label: tExpr('覆盖缺口'),
  icon: 'AlertOutlined',
  createModelOptions: { use: 'HxCoverageGapsBlockModel' },
});
