import fs from 'node:fs/promises';
import type { Application } from '@nocobase/server';
import type { TraceService } from './index';
import type { ChainHead, Verification } from './verify';

/**
 * `nocobase hx:verify-events [--against heads.json] [--save heads.json]`: compares the event log with its chains. The
 * heads it prints, kept elsewhere, show later that nobody has put back an older log together with its chains.
 * Ends with code 1 when anything is wrong.
 */
export function addVerifyCommand(app: Application, trace: TraceService): void {
  app
    .command('hx:verify-events')
    .preload()
    .option('--against <file>', 'heads saved by an earlier run')
    .option('--save <file>', 'where the heads of the chains are written')
    .action(async ({ against, save }: { against?: string; save?: string }) => {
      const expected = against ? (JSON.parse(await fs.readFile(against, 'utf8')) as Record<string, ChainHead>) : {};
      const verification = await trace.verify(expected);
      if (save) await fs.writeFile(save, `${JSON.stringify(verification.chains, null, 2)}\n`);
      process.stdout.write(`${verificationText(verification)}\n`);
      if (!verification.ok) process.exitCode = 1;
    });
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
