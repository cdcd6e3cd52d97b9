import { DomainPlugin, type DomainDefinition } from '@hongxin/plugin-foundation';

/** Reviews that administrators draw on NocoBase's own canvas. */
export class PluginReview extends DomainPlugin {
  readonly domain: DomainDefinition = {};
}

export default PluginReview;
