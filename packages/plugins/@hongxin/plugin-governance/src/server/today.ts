/** Today as an ISO day in the time zone the server runs in (terms of office are counted in days). */
export function today(now: Date = new Date()): string {
  return now.toLocaleDateString('sv-SE');
}
