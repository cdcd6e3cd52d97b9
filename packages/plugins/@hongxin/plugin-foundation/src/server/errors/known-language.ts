import type { Context, Next } from '@nocobase/actions';
import type { Model } from '@nocobase/database';
import type { Application } from '@nocobase/server';

/** What the pack's own texts are written in. */
const OWN = ['zh-CN', 'en-US'];

/**
 * NocoBase builds all its texts anew for every language it is asked for, made-up ones too, which costs a third of a second
 * each, signed out. What the installation has not enabled becomes its first language before that.
 */
export class KnownLanguages {
  private enabled: readonly string[] = OWN;

  constructor(private readonly app: Application) {}

  load(): void {
    const { app } = this;
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- NocoBase waits for its listeners (emitAsync)
    app.on('afterStart', async () => this.take(await app.db.getRepository('systemSettings').findOne()));
    app.db.on('systemSettings.afterSave', (settings: Model) => this.take(settings));
    app.use((ctx: Context, next: Next) => this.replaceUnknown(ctx, next), { tag: 'hxKnownLanguage', before: 'i18n' });
  }

  private take(settings: Model | null): void {
    const enabled = (settings?.get('enabledLanguages') ?? []) as string[];
    this.enabled = enabled.length > 0 ? enabled : OWN;
  }

  private async replaceUnknown(ctx: Context, next: Next): Promise<void> {
    const isKnown = (language: string): boolean => this.enabled.includes(language) || OWN.includes(language);
    const asked = ctx.get('X-Locale') || String(ctx.request.query.locale ?? '');
    if (asked !== '' && !isKnown(asked)) ctx.req.headers['x-locale'] = this.enabled[0];
    await next();
  }
}
