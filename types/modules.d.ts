/** Modules that the build or the host provides and that are on no type registry here. */
declare module '*.svg' {
  const url: string;
  export default url;
}

declare module 'react-router-dom' {
  export function useLocation(): { pathname: string; search: string };
  export function useNavigate(): (to: string, options?: { replace?: boolean }) => void;
}
