/** The host's router: what the pack uses of it. */
export const useLocation = (): { pathname: string } => ({ pathname: '/' });
