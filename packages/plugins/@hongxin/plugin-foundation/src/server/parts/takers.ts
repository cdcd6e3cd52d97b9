import type { CompletePart } from './part';

type Value<Key extends keyof CompletePart> = NonNullable<CompletePart[Key]>;
type Take<Key extends keyof CompletePart> = (value: Value<Key>, pluginName: string) => void;

/** Says what becomes of each key of a part. The foundation knows its own; other plugins add theirs. */
export class PartTakers {
  private readonly takers = new Map<string, Take<keyof CompletePart>>();

  take<Key extends keyof CompletePart>(key: Key, taker: Take<Key>): void {
    this.takers.set(key, taker as Take<keyof CompletePart>);
  }

  /** Hands over what a plugin brings, in the order in which the keys were taken; those of plugins that are off wait for them. */
  give(pluginName: string, part: CompletePart): void {
    for (const [key, taker] of this.takers) {
      const value = part[key as keyof CompletePart];
      if (value !== undefined) taker(value, pluginName);
    }
  }
}
