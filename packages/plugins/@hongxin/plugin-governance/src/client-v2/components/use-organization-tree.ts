import { useCallback, useEffect, useState } from 'react';
import type { SearchHit } from '../../shared/answers';
import { TOP, type Opened } from './tree-data';
import { useGovernance } from '../requests/governance';

export interface OrganizationTreeState {
  opened: Opened;
  expanded: string[];
  found: string | null;
  failed: boolean;
  setExpanded(keys: string[]): void;
  load(parentId: string): Promise<void>;
  /** Unfolds the tree down to a search hit. */
  reveal(hit: SearchHit): Promise<void>;
  reload(): void;
}

/** The tree as far as the user has opened it: one request per node that is opened. */
export function useOrganizationTree(): OrganizationTreeState {
  const requests = useGovernance();
  const [opened, setOpened] = useState<Opened>({});
  const [expanded, setExpanded] = useState<string[]>([]);
  const [found, setFound] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);

  const load = useCallback(
    async (parentId: string) => {
      try {
        const nodes = await requests.nodes(parentId === TOP ? null : parentId);
        setOpened((before) => ({ ...before, [parentId]: nodes }));
        setFailed(false);
        if (parentId === TOP && nodes.length === 1) setExpanded([nodes[0].id]);
      } catch {
        // the host has shown the server's message; the block offers to try again
        setFailed(true);
      }
    },
    [requests],
  );

  useEffect(() => {
    void load(TOP);
  }, [load]);

  const reveal = async (hit: SearchHit): Promise<void> => {
    const above = hit.trail.slice(0, -1);
    await Promise.all(above.filter((id) => !opened[id]).map((id) => load(id)));
    setExpanded((before) => [...new Set([...before, ...above])]);
    setFound(hit.id);
  };

  const reload = (): void => {
    setOpened({});
    setExpanded([]);
    void load(TOP);
  };
  return { opened, expanded, found, failed, setExpanded, load, reveal, reload };
}
