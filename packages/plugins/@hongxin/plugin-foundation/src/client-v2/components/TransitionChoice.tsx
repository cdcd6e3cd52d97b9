import { Button, Space } from 'antd';
import React from 'react';
import { labelText, type Language } from '../tools/texts';
import { type OpenTransition } from '../requests/transitions';

export interface TransitionChoiceProps {
  transitions: readonly OpenTransition[];
  chosen: string | undefined;
  language: Language;
  /** Large targets, one under the other. */
  touch: boolean;
  onChoose(name: string): void;
}

/** The transitions open to the user, as buttons; those that are blocked say why. */
export function TransitionChoice({ transitions, chosen, language, touch, onChoose }: TransitionChoiceProps) {
  return (
    <Space
      wrap
      direction={touch ? 'vertical' : 'horizontal'}
      size={touch ? 12 : 8}
      style={{ width: '100%', marginBottom: 16 }}
    >
      {transitions.map((transition) => (
        <TransitionButton
          key={transition.name}
          transition={transition}
          chosen={transition.name === chosen}
          language={language}
          touch={touch}
          onChoose={onChoose}
        />
      ))}
    </Space>
  );
}

type TransitionButtonProps = Pick<TransitionChoiceProps, 'language' | 'touch' | 'onChoose'> & {
  transition: OpenTransition;
  chosen: boolean;
};

function TransitionButton({ transition, chosen, language, touch, onChoose }: TransitionButtonProps) {
  const { name, label, appearance, blocked = [] } = transition;
  const reasonsId = `hx-blocked-${name}`;
  return (
    <div>
      <Button
        type={appearance === 'primary' ? 'primary' : 'default'}
        danger={appearance === 'danger'}
        size={touch ? 'large' : 'middle'}
        block={touch}
        ghost={appearance === 'primary' && !chosen && blocked.length === 0}
        disabled={blocked.length > 0}
        aria-pressed={chosen}
        aria-describedby={blocked.length > 0 ? reasonsId : undefined}
        onClick={() => onChoose(name)}
      >
        {labelText(label, language)}
      </Button>
      {blocked.length > 0 && (
        <div id={reasonsId} style={{ fontSize: 12, opacity: 0.75, marginTop: 4 }}>
          {blocked.map(({ message }) => message).join('；')}
        </div>
      )}
    </div>
  );
}
