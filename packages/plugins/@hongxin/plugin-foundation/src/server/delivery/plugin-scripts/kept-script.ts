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
    if (this.last?.key === key) return this.last.name;
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
    await this.removeOld();
    // whole or not at all, whichever process reads it
    const part = `${target}.${process.pid}`;
    await fs.writeFile(part, text);
    await fs.rename(part, target);
    return name;
  }

  private async removeOld(): Promise<void> {
    for (const name of await fs.readdir(this.folder)) {
      if (!NAME.test(name)) continue;
      const file = path.join(this.folder, name);
      const { mtimeMs } = await fs.stat(file);
      if (clock.now().getTime() - mtimeMs > KEPT_MS) await fs.rm(file, { force: true });
    }
  }
}

async function stateOf({ packageName, file }: PluginScript): Promise<string> {
  const { mtimeMs, size } = await fs.stat(file);
  return [packageName, file, mtimeMs, size].join(' ');
}
