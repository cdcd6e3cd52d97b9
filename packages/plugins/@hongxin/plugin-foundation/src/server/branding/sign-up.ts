import type { Model } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import type { BrandPiece } from './brand-piece';

interface Options {
  public?: { allowSignUp?: boolean; [name: string]: unknown };
  [name: string]: unknown;
}

const passwordSignIn = (app: Application): Promise<Model | null> =>
  app.db.getRepository('authenticators').findOne({ filter: { name: 'basic' } });

const optionsOf = (authenticator: Model): Options => (authenticator.get('options') ?? {}) as Options;

/**
 * Nobody makes an account for oneself: accounts are asked for and approved, or invited. An installation that has users
 * already has made up its mind; an administrator may open sign-up again in NocoBase's settings.
 */
export const signUpPiece: BrandPiece = {
  name: 'signUp',
  title: '自助注册',
  version: 1,
  isFactorySetting: async (app) => (await app.db.getRepository('users').count()) <= 1,
  read: async (app) => {
    const authenticator = await passwordSignIn(app);
    return authenticator && (optionsOf(authenticator).public?.allowSignUp ?? null);
  },
  write: async (app) => {
    const authenticator = await passwordSignIn(app);
    if (!authenticator) return;
    const options = optionsOf(authenticator);
    await authenticator.update({ options: { ...options, public: { ...options.public, allowSignUp: false } } });
  },
};
