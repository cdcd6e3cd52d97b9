/**
 * Does work in lanes: what has the same key is done one after the other, different keys side by side, at most
 * `width` at once. After a failure nothing more is begun, and what is running ends before the failure is thrown.
 */
export async function inLanes<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const lanes = new Map<string, T[]>();
  for (const item of items) lanes.set(keyOf(item), [...(lanes.get(keyOf(item)) ?? []), item]);
  const waiting = [...lanes.values()];
  let failure: { error: unknown } | null = null;
  const worker = async (): Promise<void> => {
    for (let lane = waiting.shift(); lane && !failure; lane = waiting.shift()) {
      for (const item of lane) {
        if (failure) return;
        await work(item).catch((error: unknown) => {
          failure ??= { error };
        });
      }
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  if (failure) throw (failure as { error: unknown }).error;
}
