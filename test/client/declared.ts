interface Declared<Model> {
  name: string;
  load(): Promise<Model>;
}

/** The class of a model that a plugin declares, as the host gets it when a page has the model. */
export async function modelNamed(
  models: readonly Declared<unknown>[],
  name: string,
): Promise<new (options: object) => ShownModel> {
  const declared = models.find((each) => each.name === name);
  if (!declared) throw new Error(`nobody declares ${name}`);
  return (await declared.load()) as new (options: object) => ShownModel;
}

/** What tests do with a model: they draw it, or have it follow its record and press it. */
export interface ShownModel {
  readonly hidden: boolean;
  render(): React.ReactElement;
  renderComponent(): React.ReactElement;
  dispatchEvent(name: string, inputArgs?: object): Promise<void>;
}
