import { BlockModel } from '@nocobase/client-v2';
import React from 'react';
import { BlockProvider, type BlockContext } from '../components/block-context';
import { languageOf, translator } from '../locale';
import { governanceRequests } from '../requests/governance';

/** A block that shows one of our components with what it needs of the host. */
export abstract class GovernanceBlockModel extends BlockModel {
  private block?: BlockContext;

  protected abstract content(): React.ReactElement;

  renderComponent(): React.ReactElement {
    const { context } = this;
    this.block ??= {
      requests: governanceRequests(context),
      t: translator(context),
      language: languageOf(context),
      api: context.api,
      open: (address) => context.router.navigate(address),
    };
    return <BlockProvider value={this.block}>{this.content()}</BlockProvider>;
  }
}
