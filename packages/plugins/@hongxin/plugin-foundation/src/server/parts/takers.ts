import type { DomainPart } from './part';

type Value<Key extends keyof DomainPart> = NonNullable<DomainPart[Key]>;
type Take<Key extends keyof DomainPart> = (value: Value<Key>, pluginName: string) => void;

/** Says what becomes of each key of a part. The foundation knows its own; other plugins add theirs. */
export class PartTakers {
  private readonly takers = new Map<string, Take<keyof DomainPart>>();

  take<Key extends keyof DomainPart>(key: Key, taker: Take<Key>): void {
    this.takers.set(key, taker as Take<keyof DomainPart>);
  }

  /** Hands over what a plugin brings, in the order in which the keys were taken; those of plugins that are off wait for them. */
  give(pluginName: string, part: DomainPart): void {
    for (const [key, taker] of this.takers) {
      const value = part[key as keyof DomainPart];
      if (value !== undefined) taker(value, pluginName);
    }
  }
}
