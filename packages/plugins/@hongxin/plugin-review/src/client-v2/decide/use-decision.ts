import { idempotencyKeys, requestFailure, type RequestFailure } from '@hongxin/plugin-foundation/client-v2';
import React from 'react';
import { type DecideRequest, type OpenTask, type TaskRow } from '../../shared/contract';

export interface DecisionNeeds {
  load(): Promise<OpenTask>;
  perform(order: DecideRequest, key: string): Promise<TaskRow>;
  onDone(order: DecideRequest, open: OpenTask): void;
}

export interface DecisionState {
  open: OpenTask | undefined;
  loadFailure: RequestFailure | undefined;
  failure: RequestFailure | undefined;
  /** The decision being sent. */
  busy: DecideRequest['decision'] | undefined;
  reload(): void;
  send(order: DecideRequest): void;
}

/** Reads the task and sends a decision; a second press in the same moment does nothing. */
export function useDecision(needs: DecisionNeeds): DecisionState {
  const [open, setOpen] = React.useState<OpenTask>();
  const [loadFailure, setLoadFailure] = React.useState<RequestFailure>();
  const [failure, setFailure] = React.useState<RequestFailure>();
  const [busy, setBusy] = React.useState<DecideRequest['decision']>();
  const [round, setRound] = React.useState(0);
  const running = React.useRef(false);
  const keyFor = React.useRef(idempotencyKeys());
  const latest = React.useRef(needs);
  latest.current = needs;

  React.useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      try {
        const found = await latest.current.load();
        if (!current) return;
        setOpen(found);
        setLoadFailure(undefined);
        setFailure(undefined);
      } catch (error) {
        if (current) setLoadFailure(requestFailure(error));
      }
    };
    void read();
    return () => {
      current = false;
    };
  }, [round]);

  const run = async (order: DecideRequest, of: OpenTask): Promise<void> => {
    running.current = true;
    setBusy(order.decision);
    setFailure(undefined);
    try {
      await latest.current.perform(order, keyFor.current(order));
      latest.current.onDone(order, of);
    } catch (error) {
      setFailure(requestFailure(error));
    } finally {
      running.current = false;
      setBusy(undefined);
    }
  };

  return {
    open,
    loadFailure,
    failure,
    busy,
    reload: () => setRound((before) => before + 1),
    send: (order) => {
      if (open && !running.current) void run(order, open);
    },
  };
}
