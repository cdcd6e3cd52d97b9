import { declaredKey, type FlowNode } from '../flow-models';

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Finds the block a seed means by `<blockKey>`, or by `<blockKey>.<actionKey>.<blockKey>` for one inside a popup,
 * and so on for popups inside popups.
 * @throws when no block, or more than one, has this address; the message lists what there is
 */
export function findBlock(nodes: readonly FlowNode[], address: string): FlowNode {
  const [block, ...rest] = address.split('.');
  const popups = rest.flatMap((key, index) =>
    index % 2 === 0 ? [`\\.${escape(key)}\\.popup`] : [`\\.${escape(key)}`],
  );
  const pattern = new RegExp(`^[^.]+\\.${escape(block ?? '')}${popups.join('')}$`);
  const found = nodes.filter((node) => pattern.test(declaredKey(node) ?? ''));
  if (found.length === 1 && found[0]) return found[0];
  const blocks = nodes.filter((node) => /BlockModel$|FormModel$/.test(node.use ?? '')).map((node) => declaredKey(node));
  const problem = found.length === 0 ? 'is not on the page' : 'is there more than once; give the blocks different keys';
  throw new Error(`block "${address}" ${problem}. Blocks of the page: ${blocks.join(', ')}`);
}
