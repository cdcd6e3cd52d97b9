/** A thing by the title people know it by. */
export interface Titled {
  name: string;
  title: string;
  /** Another one has the same title: only the name tells them apart. */
  isAmbiguous?: true;
}

/**
 * Finds things by their names.
 * @param titles of all that could be meant, by name: what is ambiguous shows only among all of them
 */
export function titlesOf(titles: ReadonlyMap<string, string>): (name: string) => Titled {
  const counts = new Map<string, number>();
  for (const title of titles.values()) counts.set(title, (counts.get(title) ?? 0) + 1);
  return (name) => {
    const title = titles.get(name) ?? name;
    return { name, title, ...((counts.get(title) ?? 0) > 1 ? { isAmbiguous: true } : {}) };
  };
}
