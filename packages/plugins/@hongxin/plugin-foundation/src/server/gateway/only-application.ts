import { AppSupervisor, Gateway, MainOnlyAdapter, type AppSelectorMiddleware } from '@nocobase/server';

/** NocoBase waits for it, though its type says that nothing comes back. */
type Asked = Parameters<AppSelectorMiddleware>;

/** The name of the one application of an installation without sub-applications. */
const MAIN = 'main';

/**
 * Whoever asks may name the application that is to answer (`X-App`, `?__appName=`, `/api/__app/…`, `/files/…`, a websocket's
 * address). Where there is only one, NocoBase notes a name it does not know as *the* state of its applications: one such
 * request, signed out, and the whole city answers 404 until somebody starts it again. So where there is only one, that
 * one is asked, whatever name was given. Where sub-applications are installed their names stay.
 */
const onlyApplication = async (...[context, next]: Asked): Promise<void> => {
  await next();
  if (AppSupervisor.getInstance().getDiscoveryAdapter() instanceof MainOnlyAdapter) context.resolvedAppName = MAIN;
};

/** Named in the host's chain of selectors, which takes a function of the same text once. Before all others: it has the last word. */
export function requireOnlyApplication(): void {
  Gateway.getInstance().addAppSelectorMiddleware(onlyApplication as AppSelectorMiddleware, {
    tag: 'hongxin-only-application',
    before: 'core',
  });
}
