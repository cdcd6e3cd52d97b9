const PREFIX = 'hx-review-opinion:';
/** Drafts older than this are thrown away when another one is kept [default]. */
const KEPT_FOR_MS = 14 * 24 * 3_600_000;

interface Draft {
  text: string;
  at: number;
}

function read(key: string): Draft | undefined {
  const kept = window.localStorage.getItem(key);
  if (kept === null) return undefined;
  try {
    return JSON.parse(kept) as Draft;
  } catch {
    window.localStorage.removeItem(key); // not written by us: nothing to keep
    return undefined;
  }
}

function dropOld(): void {
  const keys = Object.keys(window.localStorage).filter((key) => key.startsWith(PREFIX));
  for (const key of keys) if (Date.now() - (read(key)?.at ?? 0) > KEPT_FOR_MS) window.localStorage.removeItem(key);
}

/** An opinion typed and not yet sent stays on the device, per user and task. */
export function opinionDraft(userId: string | number | undefined, taskId: string) {
  const key = `${PREFIX}${userId ?? ''}:${taskId}`;
  return {
    read: (): string => read(key)?.text ?? '',
    keep(text: string): void {
      if (text.trim() === '') {
        window.localStorage.removeItem(key);
        return;
      }
      dropOld();
      window.localStorage.setItem(key, JSON.stringify({ text, at: Date.now() } satisfies Draft));
    },
    forget: (): void => window.localStorage.removeItem(key),
  };
}
