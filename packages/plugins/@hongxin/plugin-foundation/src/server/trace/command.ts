import fs from 'node:fs/promises';
import { AppSupervisor, type Application } from '@nocobase/server';
import type { ChainHead, Verification } from './verify';

const COMMAND = 'hx:verify-events';

/** Compares the log of an application with its chains. */
type Verify = (app: Application, expected: Readonly<Record<string, ChainHead>>) => Promise<Verification>;

/**
 * `nocobase hx:verify-events [--against heads.json] [--save heads.json]`: compares the event log with its chains. The
 * heads it prints, kept elsewhere, show later that nobody has put back an older log together with its chains.
 * Ends with code 1 when anything is wrong.
 */
function addVerifyCommand(app: Application, verify: Verify): void {
  if (app.cli.findCommand(COMMAND)) return;
  app
    .command(COMMAND)
    .preload()
    .option('--against <file>', 'heads saved by an earlier run')
    .option('--save <file>', 'where the heads of the chains are written')
    .action(async ({ against, save }: { against?: string; save?: string }) => {
      const expected = against ? (JSON.parse(await fs.readFile(against, 'utf8')) as Record<string, ChainHead>) : {};
      const verification = await verify(app, expected);
      if (save) await fs.writeFile(save, `${JSON.stringify(verification.chains, null, 2)}\n`);
      process.stdout.write(`${verificationText(verification)}\n`);
      if (!verification.ok) process.exitCode = 1;
    });
}

const isKnownTo = new WeakSet<AppSupervisor>();

/**
 * NocoBase reads its command line before any plugin is loaded, and what it does about commands it does not know fails in one
 * of its own plugins. So every application gets the command in the moment it is made. May be called again.
 */
export function provideVerifyCommand(verify: Verify): void {
  const supervisor = AppSupervisor.getInstance();
  if (isKnownTo.has(supervisor)) return;
  isKnownTo.add(supervisor);
  supervisor.on('afterAppAdded', (app: Application) => addVerifyCommand(app, verify));
}

/** What a person reads of a verification. */
export function verificationText({ ok, events, waiting, chains, problems, problemCount }: Verification): string {
  const heads = Object.entries(chains).map(([name, { sequence, hash }]) => `  ${name}: ${sequence} ${hash}`);
  const faults = problems.map(
    ({ kind, collectionName, eventId, sequence }) =>
      `  ${kind}: ${collectionName}, event ${eventId ?? '?'}, link ${sequence ?? '?'}`,
  );
  return [
    `${ok ? '✓' : '✗'} ${events} events in ${heads.length} chains, ${waiting} waiting for their link, ${problemCount} problems`,
    ...heads,
    ...faults,
    ...(problemCount > problems.length ? [`  and ${problemCount - problems.length} more`] : []),
  ].join('\n');
}
