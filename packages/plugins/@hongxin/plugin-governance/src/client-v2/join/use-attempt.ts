import { requestErrorMessages } from '@hongxin/plugin-foundation/client-v2';
import React from 'react';

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
      setProblems(requestErrorMessages(error));
    } finally {
      setBusy(false);
    }
  };
  return { problems, busy, attempt };
}
