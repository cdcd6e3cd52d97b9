import { EyeOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import React from 'react';
import { type Translate } from '../tools/texts';

export interface PersonalValueProps {
  value: string;
  t: Translate;
  /** Whether asking is offered at all; looked at again after each attempt. */
  canReveal(): boolean;
  /** Asks the user for the reason and the server for the value; undefined when nothing was revealed. */
  reveal(): Promise<string | undefined>;
}

/** Whether the server has masked a value. */
export function isMasked(value: string): boolean {
  return value.includes('***');
}

/** A personal value as the server shows it, with a way to ask for the clear text; it is gone again with the page. */
export function PersonalValue({ value, t, canReveal, reveal }: PersonalValueProps) {
  const [clear, setClear] = React.useState<{ of: string; text: string }>();
  const [, lookAgain] = React.useReducer((attempts: number) => attempts + 1, 0);
  if (clear?.of === value) return <span>{clear.text}</span>;
  const ask = async (event: React.MouseEvent): Promise<void> => {
    event.stopPropagation();
    const text = await reveal();
    if (text === undefined) lookAgain();
    else setClear({ of: value, text });
  };
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      {value}
      {isMasked(value) && canReveal() && (
        <Tooltip title={t('查看原文，会留下记录')}>
          <Button
            type="text"
            size="small"
            icon={<EyeOutlined />}
            aria-label={t('查看原文')}
            onClick={(event) => void ask(event)}
          />
        </Tooltip>
      )}
    </span>
  );
}
