import type { Application } from '@nocobase/server';

/** One part of the product's look that is set once and is the administrator's from then on. */
export interface BrandPiece {
  /** Part of the key in hxSeeds: `brand/<name>`. */
  name: string;
  /** Chinese title for the settings page. */
  title: string;
  version: number;
  /** True while the host still shows its factory setting; somebody's own choice is not replaced at install. */
  isFactorySetting(app: Application): Promise<boolean>;
  /** What is in force now, in a form that compares. */
  read(app: Application): Promise<unknown>;
  /** Puts our own in force. */
  write(app: Application): Promise<void>;
}
