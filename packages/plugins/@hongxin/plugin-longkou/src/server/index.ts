export { DEMO_ACCOUNTS, DEMO_USERNAMES, type DemoAccount } from './accounts';
export { demoPassword, demoPasswordFile } from './password';
export { PluginLongkou, default } from './plugin';
