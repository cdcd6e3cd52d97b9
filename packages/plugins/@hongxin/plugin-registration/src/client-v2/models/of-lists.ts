export { HxClaimNeedActionModel } from './HxClaimNeedActionModel';
export { HxNeedMatchesBlockModel } from './HxNeedMatchesBlockModel';
export { HxNeedPosterBlockModel } from './HxNeedPosterBlockModel';
