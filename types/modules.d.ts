/** Modules that the build or the host provides and that are on no type registry here. */
declare module '*.svg' {
  const url: string;
  export default url;
}

declare module 'react-router-dom' {
  export function useLocation(): { pathname: string; search: string };
  export function useNavigate(): (to: string, options?: { replace?: boolean }) => void;
}

declare module 'pg' {
  export class Client {
    constructor(connection: object);
    connect(): Promise<void>;
    query<T>(sql: string, values?: unknown[]): Promise<{ rows: T[]; rowCount: number | null }>;
    end(): Promise<void>;
  }
}
