export { HxNeedMatchesBlockModel } from './HxNeedMatchesBlockModel';
export { HxNeedPosterBlockModel } from './HxNeedPosterBlockModel';
