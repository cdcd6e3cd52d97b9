import type { Application } from '@nocobase/server';
import { hashOf } from '../seeding/hash';
import type { SeedEntry, SeedLedger } from '../seeding/ledger';
import type { PieceState } from '../seeding/piece';
import type { BrandPiece } from './brand-piece';
import { languagesPiece } from './languages';
import { logoPiece } from './logo';
import { signUpPiece } from './sign-up';
import { themePiece } from './theme';
import { titlePiece } from './title';

const PIECES: readonly BrandPiece[] = [titlePiece, languagesPiece, logoPiece, themePiece, signUpPiece];

/** The product looks like itself from the first start; every part of it is the administrator's to change. */
export class BrandSeeder {
  constructor(
    private readonly app: Application,
    private readonly ledger: SeedLedger,
  ) {}

  async apply(pluginName: string): Promise<void> {
    for (const piece of PIECES) await this.applyPiece(pluginName, piece);
  }

  async reapply(entry: SeedEntry): Promise<void> {
    await this.write(entry.plugin, this.pieceOf(entry));
  }

  async stateOf(entry: SeedEntry): Promise<PieceState> {
    const hash = hashOf(await this.pieceOf(entry).read(this.app));
    if (hash === entry.appliedHash) return 'unchanged';
    return entry.status === 'outdated' ? 'outdated' : 'edited';
  }

  private async applyPiece(pluginName: string, piece: BrandPiece): Promise<void> {
    const entry = await this.ledger.find(keyOf(piece));
    if (entry && entry.version >= piece.version) return;
    const untouched = entry ? (await this.stateOf(entry)) === 'unchanged' : await piece.isFactorySetting(this.app);
    if (untouched) return this.write(pluginName, piece);
    const version = entry?.version ?? 0;
    await this.ledger.save({
      key: keyOf(piece),
      plugin: pluginName,
      kind: 'brand',
      title: piece.title,
      version,
      status: 'outdated',
    });
  }

  private async write(pluginName: string, piece: BrandPiece): Promise<void> {
    await piece.write(this.app);
    const appliedHash = hashOf(await piece.read(this.app));
    const entry = {
      key: keyOf(piece),
      plugin: pluginName,
      kind: 'brand',
      title: piece.title,
      version: piece.version,
    } as const;
    await this.ledger.save({ ...entry, appliedHash, status: 'current' });
  }

  private pieceOf(entry: SeedEntry): BrandPiece {
    const piece = PIECES.find((each) => keyOf(each) === entry.key);
    if (!piece) throw new Error(`this version ships no ${entry.key}`);
    return piece;
  }
}

const keyOf = (piece: BrandPiece): string => `brand/${piece.name}`;
