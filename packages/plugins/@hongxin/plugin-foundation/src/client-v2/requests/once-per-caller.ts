interface Session {
  token?: string | null;
  role?: string | null;
}

interface Kept<Answer> {
  session: string;
  asked: Map<string, Promise<Answer>>;
  known: Map<string, Answer>;
}

/**
 * Answers that stay as they are as long as the page is loaded and the same account is signed in, however many blocks
 * and rows ask. The host hands each of them a wrapper of its own of the API client; the sign-in behind it is one
 * object for all, and tells when somebody else signed in.
 */
export class OncePerCaller<Answer> {
  private readonly callers = new WeakMap<object, Kept<Answer>>();

  /** Asks, or gives what was answered before; after a failure it asks again. */
  ask(session: object, key: string, request: () => Promise<Answer>): Promise<Answer> {
    const { asked, known } = this.keptFor(session);
    const before = asked.get(key);
    if (before) return before;
    const answer = request();
    asked.set(key, answer);
    answer.then(
      (value) => known.set(key, value),
      () => asked.delete(key),
    );
    return answer;
  }

  /** What was answered, without waiting: the host draws blocks anew whenever they are read. */
  known(session: object, key: string): Answer | undefined {
    return this.keptFor(session).known.get(key);
  }

  private keptFor(client: object): Kept<Answer> {
    const { auth } = client as { auth?: Session & object };
    const caller = auth ?? client;
    const session = `${auth?.token ?? ''} ${auth?.role ?? ''}`;
    const before = this.callers.get(caller);
    if (before?.session === session) return before;
    const kept = { session, asked: new Map(), known: new Map() };
    this.callers.set(caller, kept);
    return kept;
  }
}
