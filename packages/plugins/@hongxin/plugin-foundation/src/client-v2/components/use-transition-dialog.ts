import React from 'react';
import { requestFailure, type RequestFailure } from '../requests/errors';
import { type OpenTransition, type OpenTransitions, type TransitionOrder, type Values } from '../requests/transitions';
import { OPINION } from './TransitionForm';

/** What the dialog asks and does for its user. */
export interface TransitionWork {
  /** Only these transitions are offered; empty: all that are open. */
  only?: readonly string[];
  load(): Promise<OpenTransitions>;
  perform(order: TransitionOrder): Promise<Values>;
  /** Whom a record in this state waits for, when the user has nothing to do. */
  nextSteps(state: string): Promise<readonly string[]>;
  /** Turns what the field controls hold into what the server takes. */
  toValues(values: Values): Values;
  onDone(transition: OpenTransition): void;
}

export interface TransitionDialogState {
  open: OpenTransitions | undefined;
  offered: readonly OpenTransition[];
  chosen: OpenTransition | undefined;
  loadError: unknown;
  failure: RequestFailure | undefined;
  busy: boolean;
  waitingFor: readonly string[];
  choose(name: string): void;
  reload(): void;
  submit(values: Values): void;
}

/** What the dialog knows and does; `busy` is kept in a ref as well, so that a second press in the same moment does nothing. */
export function useTransitionDialog(work: TransitionWork): TransitionDialogState {
  const { only = [], perform, toValues, onDone } = work;
  const [open, setOpen] = React.useState<OpenTransitions>();
  const [loadError, setLoadError] = React.useState<unknown>();
  const [waitingFor, setWaitingFor] = React.useState<readonly string[]>([]);
  const [chosenName, setChosenName] = React.useState<string>();
  const [failure, setFailure] = React.useState<RequestFailure>();
  const [busy, setBusy] = React.useState(false);
  const [round, setRound] = React.useState(0);
  const running = React.useRef(false);
  const latest = React.useRef(work);
  latest.current = work;

  const offered = (open?.transitions ?? []).filter(({ name }) => only.length === 0 || only.includes(name));
  const possible = offered.filter(({ blocked = [] }) => blocked.length === 0);
  const single = offered.length === 1 && possible.length === 1 ? possible[0] : undefined;
  const chosen = single ?? possible.find(({ name }) => name === chosenName);

  React.useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      try {
        const found = await latest.current.load();
        const { only: wanted = [], nextSteps } = latest.current;
        const hasNone = !found.transitions.some(({ name }) => wanted.length === 0 || wanted.includes(name));
        const steps = hasNone ? await nextSteps(found.state) : [];
        if (!current) return;
        setOpen(found);
        setWaitingFor(steps);
        setFailure(undefined);
      } catch (error) {
        if (current) setLoadError(error);
      }
    };
    void read();
    return () => {
      current = false;
    };
  }, [round]);

  const run = async (transition: OpenTransition, values: Values): Promise<void> => {
    running.current = true;
    setBusy(true);
    setFailure(undefined);
    const { [OPINION]: opinion, ...rest } = values;
    const fields = Object.fromEntries(
      Object.entries(rest).filter(([name, value]) => transition.fields.includes(name) && value !== undefined),
    );
    try {
      await perform({
        transition: transition.name,
        state: open?.state,
        ...(typeof opinion === 'string' && opinion.trim() !== '' ? { opinion: opinion.trim() } : {}),
        ...(Object.keys(fields).length > 0 ? { values: toValues(fields) } : {}),
      });
      onDone(transition);
    } catch (error) {
      setFailure(requestFailure(error));
    } finally {
      running.current = false;
      setBusy(false);
    }
  };

  return {
    open,
    offered,
    chosen,
    loadError,
    failure,
    busy,
    waitingFor,
    choose: (name) => {
      setFailure(undefined);
      setChosenName(name);
    },
    reload: () => setRound((before) => before + 1),
    submit: (values) => {
      if (chosen && !running.current) void run(chosen, values);
    },
  };
}
