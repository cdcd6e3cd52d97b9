import type { FlowEngine, FlowModel, FlowModelLoaderEntry } from '@nocobase/flow-engine';

export type ModelClass = new (...options: never[]) => FlowModel;

/** A model under the name by which pages that administrators have stored refer to it. It is made when it is first drawn. */
export interface DeclaredModel {
  name: string;
  load(): Promise<ModelClass>;
}

/** Registers what a plugin declares; NocoBase asks for a model when a page has it, and for all when somebody designs pages. */
export function registerDeclared(
  engine: Pick<FlowEngine, 'registerModelLoaders'>,
  models: readonly DeclaredModel[],
): void {
  const loaders = models.map(({ name, load }): [string, FlowModelLoaderEntry] => [
    name,
    { loader: async () => ({ [name]: await load() }) },
  ]);
  engine.registerModelLoaders(Object.fromEntries(loaders));
}
