import type { Context, Next } from '@nocobase/actions';
import type { Model, PasswordField } from '@nocobase/database';
import { isWeakPassword } from '@hongxin/rules/mechanism';
import { refuse } from '../errors';
import { namesOf, requireTexts, valuesOf } from './credentials';
import { statusOf, type LockOut } from './lock-out';

type Door = (ctx: Context, next: Next) => Promise<void>;

/**
 * Goes around every action of NocoBase that checks or sets a password of one's own: what comes in is text, wrong
 * passwords are counted, new ones are no weaker than those of `hxJoin`, and no answer holds a hash.
 */
export class AuthDoors {
  constructor(private readonly lockOut: () => LockOut) {}

  readonly guard = async (ctx: Context, next: Next): Promise<void> => {
    const { resourceName, actionName } = ctx.action ?? {};
    if (resourceName === 'users') return this.ownProfile(ctx, next);
    if (resourceName !== 'auth') return next();
    const door = this.doors[String(actionName)];
    if (door) await door(ctx, next);
    else await next();
    hideHashes(ctx);
  };

  private readonly signIn: Door = async (ctx, next) => {
    const names = namesOf(ctx);
    if (names.length === 0) return next(); // NocoBase says what is missing
    const user = await userOf(ctx, names[0]);
    await this.lockOut().attempt(ctx, { names, userId: idOf(user) }, async () => {
      try {
        await next();
      } catch (error) {
        // as long as for an account that there is
        if (user === null && statusOf(error) === 401)
          await passwordField(ctx).verify(String(valuesOf(ctx).password), NO_HASH);
        throw error;
      }
    });
  };

  private readonly changePassword: Door = async (ctx, next) => {
    const user = ctx.auth?.user as SignedIn | undefined;
    if (!user) return next();
    const values = valuesOf(ctx);
    requireTexts(values, ['oldPassword', 'newPassword', 'confirmPassword']);
    requireStrong(values.newPassword, 'newPassword', user);
    await this.lockOut().attempt(ctx, { names: [], userId: Number(user.id) }, next);
  };

  private readonly resetPassword: Door = async (ctx, next) => {
    const values = valuesOf(ctx);
    requireTexts(values, ['password', 'resetToken']);
    requireStrong(values.password, 'password', {});
    await next();
  };

  private readonly signUp: Door = async (ctx, next) => {
    const values = valuesOf(ctx);
    requireTexts(values, ['username', 'email', 'phone', 'password', 'confirm_password']);
    await next();
  };

  /** NocoBase answers otherwise for an address that somebody has: whoever asks is told the same for all. */
  private readonly lostPassword: Door = async (ctx, next) => {
    requireTexts(valuesOf(ctx), ['email', 'baseURL']);
    if (!(await mayReset(ctx))) throw refuse(403, 'PASSWORD_RESET_CLOSED');
    try {
      await next();
    } catch (error) {
      if (statusOf(error) !== 401) throw error;
      ctx.body = null;
    }
  };

  private readonly doors: Readonly<Record<string, Door>> = {
    signIn: this.signIn,
    signUp: this.signUp,
    changePassword: this.changePassword,
    resetPassword: this.resetPassword,
    lostPassword: this.lostPassword,
  };

  /** One's own password through the users' table; an administrator gives others what they are told to change. */
  private async ownProfile(ctx: Context, next: Next): Promise<void> {
    const user = ctx.auth?.user as SignedIn | undefined;
    const { actionName, params } = ctx.action;
    const isOwn =
      actionName === 'updateProfile' || (actionName === 'update' && String(params.filterByTk) === String(user?.id));
    const { password } = valuesOf(ctx);
    if (user && isOwn && password !== undefined && password !== null && password !== '')
      requireStrong(password, 'password', user);
    await next();
  }
}

/** Of no password: what is compared with it costs what every comparison costs. */
const NO_HASH = '0'.repeat(64);

interface SignedIn {
  id?: number;
  username?: string | null;
  email?: string | null;
  phone?: string | null;
}

function requireStrong(password: unknown, field: string, { username, email, phone }: SignedIn): void {
  const names = [username, email, phone].filter((each): each is string => !!each);
  if (typeof password !== 'string' || isWeakPassword(password, names))
    throw refuse(400, 'ACCOUNT_PASSWORD_WEAK', {}, field);
}

/** As NocoBase looks for an account. */
async function userOf(ctx: Context, name: string): Promise<Model | null> {
  const filter = { $or: [{ username: name }, { email: name }, { phone: name }] };
  return ctx.db.getRepository('users').findOne({ filter, fields: ['id'] });
}

const idOf = (user: Model | null): number | null => (user === null ? null : Number(user.get('id')));

const passwordField = (ctx: Context): PasswordField => ctx.db.getCollection('users').getField('password');

async function mayReset(ctx: Context): Promise<boolean> {
  const filter = { name: ctx.get('X-Authenticator') || 'basic' };
  const authenticator = await ctx.db.getRepository('authenticators').findOne({ filter });
  const options = authenticator?.get('options') as { public?: { enableResetPassword?: boolean } } | undefined;
  return options?.public?.enableResetPassword === true;
}

/** NocoBase answers with whole users from its cache, what is hidden among them. */
function hideHashes(ctx: Context): void {
  const hidden = [...ctx.db.getCollection('users').fields.values()]
    .filter((field) => field.options.hidden === true)
    .map((field) => String(field.name));
  for (const about of [ctx.body, (ctx.body as { user?: unknown } | null)?.user]) {
    if (typeof about !== 'object' || about === null || 'toJSON' in about) continue;
    for (const name of hidden) delete (about as Record<string, unknown>)[name];
  }
}
