// Runs checks and jest projects, each in a process of its own.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../lib/embedded-database.mjs';
import { ROOT } from '../lib/workspace.mjs';
import { CHECKS } from './plan.mjs';
import { beyondLimits, readCounts } from './counts.mjs';
import { failures, secondsSince, spend, take } from './results.mjs';

const JEST = ['--no-warnings', '--max-semi-space-size=64', path.join(ROOT, 'node_modules/jest/bin/jest.js')];

/** Runs node to its end. What a lane says is told in one piece, so that two lanes do not talk into each other. */
export function runNode(args, { environment, isQuiet = false, isAlone = true } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ['ignore', isQuiet ? 'ignore' : 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    });
    const said = [];
    const tell = isAlone ? (chunk) => process.stderr.write(chunk) : (chunk) => said.push(chunk);
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', tell);
    child.on('close', (status) => {
      process.stderr.write(Buffer.concat(said));
      resolve(status);
    });
  });
}

export async function runCheck(name) {
  const started = Date.now();
  const [command, ...args] = CHECKS[name];
  const status = await runNode([path.join(ROOT, 'node_modules', command), ...args], { isAlone: false });
  const seconds = secondsSince(started);
  spend(name, seconds);
  if (status === 0) console.log(`✓ ${name} (${seconds.toFixed(0)} s)`);
  else failures.push(name);
}

/** @returns how many tests there are in the project */
export async function runProject(project, patterns, { title = project, environment = {}, isAlone = true } = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hongxin-report-'));
  const profiles = path.join(folder, 'profiles');
  const [report, counted] = ['json', 'counts'].map((ending) => path.join(folder, `${project}.${ending}`));
  const started = Date.now();
  const workers = project === 'rules' || project === 'client' ? '2' : '1';
  const options = ['--maxWorkers', workers, '--json', '--outputFile', report, '--silent=false', '--forceExit'];
  const status = await runNode([...JEST, '--selectProjects', project, '--passWithNoTests', ...options, ...patterns], {
    environment: {
      ...environment,
      HX_TEST_COUNTS: counted,
      // what a browser has compiled serves the next file too, if its product is found at the same address
      HX_TEST_PROFILES: profiles,
      HX_TEST_PORT: String(await freePort()),
    },
    isAlone,
    isQuiet: true, // the report's own text; what people read goes the other way
  });
  fs.rmSync(profiles, { recursive: true, force: true });
  const { tests, hasRunTwice } = take({ project, title, report, status, seconds: secondsSince(started) });
  const counts = readCounts(counted);
  if (Object.keys(counts).length > 0)
    console.log(
      `  ${Object.entries(counts)
        .map(([kind, number]) => `${number} ${kind}`)
        .join(', ')}`,
    );
  failures.push(...beyondLimits(project, counts, hasRunTwice));
  return tests;
}
