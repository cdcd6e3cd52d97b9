import React from 'react';
import { refusalMessages } from '../requests/join';

/** Runs something, shows that it runs, and keeps what it was refused for. */
export function useAttempt() {
  const [problems, setProblems] = React.useState<string[]>([]);
  const [busy, setBusy] = React.useState(false);
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await work();
      setProblems([]);
    } catch (error) {
      setProblems(refusalMessages(error));
    } finally {
      setBusy(false);
    }
  };
  return { problems, busy, attempt };
}
