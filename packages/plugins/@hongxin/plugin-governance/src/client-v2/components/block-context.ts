import type { APIClientLike } from '@nocobase/flow-engine';
import { createContext, useContext } from 'react';
import type { Language, Translate } from '../locale';
import type { GovernanceRequests } from '../requests/governance';

/** What a block hands to its components. */
export interface BlockContext {
  requests: GovernanceRequests;
  t: Translate;
  language: Language;
  /** By whom answers are kept that hold for all blocks of a session. */
  api: APIClientLike;
  /** Goes to another page of the system. */
  open(address: string): void;
}

const Context = createContext<BlockContext | null>(null);
export const BlockProvider = Context.Provider;

export function useBlock(): BlockContext {
  const block = useContext(Context);
  if (!block) throw new Error('rendered outside a block of the governance plugin');
  return block;
}
