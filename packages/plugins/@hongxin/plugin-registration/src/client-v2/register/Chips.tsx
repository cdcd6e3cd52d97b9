import { Button } from 'antd';
import React from 'react';
import type { Choice } from '../requests/register';

export interface ChipsProps {
  label: string;
  choices: readonly Choice[];
  value: readonly string[];
  onChange(value: string[]): void;
}

/** Several choices to tap, instead of a list to open. */
export function Chips({ label, choices, value, onChange }: ChipsProps) {
  const toggle = (code: string): void =>
    onChange(value.includes(code) ? value.filter((each) => each !== code) : [...value, code]);
  return (
    <div role="group" aria-label={label} style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
      {choices.map(({ value: code, label: text }) => {
        const isChosen = value.includes(code);
        return (
          <Button
            key={code}
            shape="round"
            autoInsertSpace={false}
            type={isChosen ? 'primary' : 'default'}
            role="checkbox"
            aria-checked={isChosen}
            onClick={() => toggle(code)}
          >
            {text}
          </Button>
        );
      })}
    </div>
  );
}
