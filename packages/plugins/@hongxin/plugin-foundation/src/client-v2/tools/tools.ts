import { createContext, useContext } from 'react';
import type { Language, Translate } from './texts';

export interface RequestOptions {
  params?: Readonly<Record<string, unknown>>;
  /** What is sent, by POST; without it something is read. */
  data?: unknown;
  headers?: Readonly<Record<string, string>>;
  /** The client around the screen says by itself what a request was refused for; without it whoever asks says so. */
  isTold?: boolean;
}

/** An answer with what it says about itself, such as the number of all rows. */
export interface Answer<T, M> {
  data: T;
  meta: M;
}

/** Asks the server; `address` is `<resource>:<action>`, as on the server. A refusal is read by `requestFailure`. */
export interface Requests {
  request<T>(address: string, options?: RequestOptions): Promise<T>;
  answer<T, M>(address: string, options?: RequestOptions): Promise<Answer<T, M>>;
  file(address: string, options?: RequestOptions): Promise<Blob>;
  /** By whom `OncePerCaller` keeps answers. */
  readonly session: object;
}

/**
 * All that our blocks and screens use of the client around them. They import nothing of NocoBase: whichever client provides
 * this can draw them.
 */
export interface Tools extends Requests {
  /** Translates keys of the locale files of the plugin whose screen this is. */
  t: Translate;
  language: Language;
  /** Whether there is a phone's room, and a thumb. */
  readonly isPhone: boolean;
  /** Who is signed in. */
  readonly userId: number | null;
  /** Goes to another page of the system. */
  navigate(address: string): void;
  /** Tells that something has been done. */
  done(text: string): void;
  /** Tells what needs the user's attention. */
  warn(text: string): void;
  /** Records have changed: what else shows them reads again. */
  changed(collection: string): void;
  /** The same for a screen of another plugin, whose texts are in another namespace. */
  speaking(namespace: string): Tools;
}

const Context = createContext<Tools | null>(null);
export const ToolsProvider = Context.Provider;

export function useTools(): Tools {
  const tools = useContext(Context);
  if (!tools) throw new Error('rendered where nobody provides the tools of a screen');
  return tools;
}
