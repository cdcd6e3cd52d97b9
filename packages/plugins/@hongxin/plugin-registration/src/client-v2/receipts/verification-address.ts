declare global {
  interface Window {
    /** Where the host's API is, e.g. `/api/`; set by the host's page. */
    __nocobase_api_base_url__?: string;
  }
}

/** Address of the public page that says whether a receipt is valid. */
export function verificationAddress(token: string): string {
  const base = new URL(window.__nocobase_api_base_url__ || '/api/', window.location.origin);
  return new URL(`./hxReceipts:verify/${token}`, base.href.endsWith('/') ? base : `${base.href}/`).href;
}
