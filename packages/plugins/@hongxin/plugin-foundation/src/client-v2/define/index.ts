import { textsOf, type Texts } from '../locale';
import { declareBlock, type BlockDeclaration } from './block';
import { type DeclaredModel } from './models';
import { declareRecordAction, type RecordActionDeclaration } from './record-action';

/** What a plugin declares its blocks and actions with; their titles are keys of its own locale files. */
export interface Declarations extends Texts {
  defineBlock(this: void, declaration: BlockDeclaration): DeclaredModel;
  defineRecordAction(this: void, declaration: RecordActionDeclaration): DeclaredModel;
}

export function declarationsOf(namespace: string): Declarations {
  const texts = textsOf(namespace);
  return {
    ...texts,
    defineBlock: (declaration) => declareBlock(texts, declaration),
    defineRecordAction: (declaration) => declareRecordAction(texts, declaration),
  };
}
