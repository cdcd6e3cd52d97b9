import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { clock } from '../../clock';
import { composeScript, type PluginScript } from './script';

const NAME = /^plugins-[0-9a-f]{16}\.js$/;
/** A page that was opened long ago asks for nothing any more. */
const KEPT_MS = 24 * 3600_000;

/** Files of one script each, named by what is in them, in a folder that the host and its nginx hand out. */
export class KeptScripts {
  private last: { key: string; name: Promise<string> } | null = null;

  constructor(private readonly folder: string) {}

  /**
   * @returns the name of the file in the folder with just these scripts
   * @throws what writing it throws; it is tried anew by whoever asks next
   */
  async nameOf(scripts: readonly PluginScript[]): Promise<string> {
    const key = (await Promise.all(scripts.map(stateOf))).join('\n');
    if (this.last?.key === key && (await this.isThere(await this.last.name))) return this.last.name;
    const entry = { key, name: this.write(scripts) };
    this.last = entry;
    entry.name.catch(() => {
      if (this.last === entry) this.last = null;
    });
    return entry.name;
  }

  private async write(scripts: readonly PluginScript[]): Promise<string> {
    const text = await composeScript(scripts);
    const name = `plugins-${createHash('sha256').update(text).digest('hex').slice(0, 16)}.js`;
    const target = path.join(this.folder, name);
    await fs.mkdir(this.folder, { recursive: true });
    await this.removeOld(name);
    // whole or not at all, whichever process reads it
    const part = `${target}.${process.pid}`;
    await fs.writeFile(part, text);
    await fs.rename(part, target);
    return name;
  }

  /** What cleans the host's storage knows nothing of us, nor does another process with other plugins. */
  private isThere(name: string): Promise<boolean> {
    return fs.access(path.join(this.folder, name)).then(
      () => true,
      () => false,
    );
  }

  /** The one before stays, however long it has been there: pages that were answered a moment ago are about to ask for it. */
  private async removeOld(now: string): Promise<void> {
    const names = (await fs.readdir(this.folder)).filter((name) => NAME.test(name) && name !== now);
    const files = await Promise.all(names.map(async (name) => ({ name, ...(await this.timeOf(name)) })));
    files.sort((left, right) => right.mtimeMs - left.mtimeMs);
    for (const { name, mtimeMs } of files.slice(1))
      if (clock.now().getTime() - mtimeMs > KEPT_MS) await fs.rm(path.join(this.folder, name), { force: true });
  }

  /** @returns 0 where another process has removed it */
  private timeOf(name: string): Promise<{ mtimeMs: number }> {
    return fs.stat(path.join(this.folder, name)).catch(() => ({ mtimeMs: 0 }));
  }
}

async function stateOf({ packageName, file }: PluginScript): Promise<string> {
  const { mtimeMs, ctimeMs, size } = await fs.stat(file); // unpacking sets the first back, never the second
  return [packageName, file, mtimeMs, ctimeMs, size].join(' ');
}
