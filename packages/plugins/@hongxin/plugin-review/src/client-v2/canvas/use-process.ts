import {
  labelText,
  languageOf,
  loadProcess,
  requestsOf,
  type Language,
  type PublicProcess,
} from '@hongxin/plugin-foundation/client-v2';
import { useFlowEngine } from '@nocobase/flow-engine';
import { useRequest } from 'ahooks';

export interface ProcessChoices {
  /** null: the collection has none; undefined: not read yet. */
  process: PublicProcess | null | undefined;
  states: { value: string; label: string }[];
  transitions: { value: string; label: string }[];
}

function choicesOf(process: PublicProcess | null | undefined, language: Language): ProcessChoices {
  const choice = ({ name, label }: { name: string; label: PublicProcess['title'] }) => ({
    value: name,
    label: labelText(label, language),
  });
  return {
    process,
    states: (process?.states ?? []).map(choice),
    transitions: (process?.transitions ?? []).map(choice),
  };
}

/** States and transitions of a collection's process, named in the user's language. */
export function useProcess(collection: string | undefined): ProcessChoices {
  const { context } = useFlowEngine();
  const { data } = useRequest(
    async () => ({
      of: collection,
      process: collection ? await loadProcess(requestsOf(context.api), collection) : null,
    }),
    {
      refreshDeps: [collection],
      onError: () => undefined, // without it the choices stay empty, and the value that is there is kept
    },
  );
  // a form learns its collection after its first drawing: what was read for another one (or none) says nothing of this
  return choicesOf(data?.of === collection ? data?.process : undefined, languageOf(context));
}
