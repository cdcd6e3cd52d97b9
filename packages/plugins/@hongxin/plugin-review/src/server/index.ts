export { PluginReview, default } from './plugin';
