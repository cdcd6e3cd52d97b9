import fs from 'node:fs';
import path from 'node:path';
import { toMermaid, type ProcessDefinition } from '@hongxin/rules/mechanism';
import { accountRequestProcess } from '../../packages/plugins/@hongxin/plugin-governance/src/server/account-requests/process';
import { memberRegistration } from '../../packages/plugins/@hongxin/plugin-registration/src/server/members/process';
import { claimProcess } from '../../packages/plugins/@hongxin/plugin-registration/src/server/claims/process';
import { needProcess } from '../../packages/plugins/@hongxin/plugin-registration/src/server/needs/process';
import { projectProcess } from '../../packages/plugins/@hongxin/plugin-registration/src/server/projects/process';
import { servicePostProcess } from '../../packages/plugins/@hongxin/plugin-registration/src/server/service-posts/process';
import { serviceRecordProcess } from '../../packages/plugins/@hongxin/plugin-registration/src/server/service-records/process';
import { unitRegistration } from '../../packages/plugins/@hongxin/plugin-registration/src/server/unit-registrations/process';
import { yearFeedbackProcess } from '../../packages/plugins/@hongxin/plugin-registration/src/server/year-feedbacks/process';

const PLUGINS = path.resolve(__dirname, '../../packages/plugins/@hongxin');

/** Processes whose diagram stands in a README, and the plugin it belongs to. */
const SHOWN: readonly [plugin: string, process: ProcessDefinition][] = [
  ['plugin-governance', accountRequestProcess],
  ['plugin-registration', memberRegistration],
  ['plugin-registration', claimProcess],
  ['plugin-registration', needProcess],
  ['plugin-registration', projectProcess],
  ['plugin-registration', servicePostProcess],
  ['plugin-registration', serviceRecordProcess],
  ['plugin-registration', unitRegistration],
  ['plugin-registration', yearFeedbackProcess],
];

it.each(SHOWN)(
  'the README of %s shows its process as it is; a failure prints the diagram to paste',
  (plugin, process) => {
    const readme = fs.readFileSync(path.join(PLUGINS, plugin, 'README.md'), 'utf8');
    expect(readme).toContain(`\`\`\`mermaid\n${toMermaid(process, 'en')}\`\`\``);
  },
);
