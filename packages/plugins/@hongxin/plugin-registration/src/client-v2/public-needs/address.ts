/** Path of a need's own page inside the client: what an invitation leads to. */
export const NEED_PATH = '/needs/:id';
/** Path of the public page inside the client. */
export const PUBLIC_NEEDS_PATH = '/public/needs';

/** The page's full address: the modern client's, wherever this one runs (`/v/…` or `/admin`), below the same prefix. */
export function publicNeedsAddress(
  { origin, pathname }: Pick<Location, 'origin' | 'pathname'> = window.location,
): string {
  const prefix = /^(.*?)\/(?:v|admin)(?:\/|$)/.exec(pathname)?.[1] ?? '';
  return `${origin}${prefix}/v${PUBLIC_NEEDS_PATH}`;
}
