import { type Translate } from '@hongxin/plugin-foundation/client-v2';
import { Button, Form, Radio, Space } from 'antd';
import React from 'react';
import { type Candidate, type DecideRequest } from '../../shared/contract';
import { PersonSelect } from '../view/PersonSelect';

interface HandOverProps {
  kind: 'transfer' | 'addSigner';
  busy: boolean;
  t: Translate;
  search(keyword: string): Promise<Candidate[]>;
  onConfirm(order: Pick<DecideRequest, 'toUserId' | 'signerId' | 'place'>): void;
  onCancel(): void;
}

/** To whom the task goes (转办), or who signs as well (加签). */
export function HandOver({ kind, busy, t, search, onConfirm, onCancel }: HandOverProps) {
  const [person, setPerson] = React.useState<number>();
  const [place, setPlace] = React.useState<'before' | 'after'>('before');
  const [missing, setMissing] = React.useState(false);
  const isTransfer = kind === 'transfer';
  const shown = React.useRef<HTMLDivElement>(null);
  // on a phone the buttons that open this stay in sight, and it would be below them
  React.useEffect(() => shown.current?.scrollIntoView?.({ block: 'center' }), []);
  const confirm = (): void => {
    setMissing(person === undefined);
    if (person !== undefined) onConfirm(isTransfer ? { toUserId: person } : { signerId: person, place });
  };
  const label = isTransfer ? t('转给谁') : t('请谁一起审批');
  return (
    <div ref={shown} role="group" aria-label={isTransfer ? t('转办') : t('加签')} style={{ marginTop: 12 }}>
      <Form.Item
        label={label}
        htmlFor="hx-hand-over"
        required
        validateStatus={missing && person === undefined ? 'error' : undefined}
        help={missing && person === undefined ? t('请选择人员') : undefined}
      >
        <PersonSelect
          id="hx-hand-over"
          value={person}
          placeholder={t('输入姓名查找')}
          t={t}
          search={search}
          onChange={setPerson}
        />
      </Form.Item>
      {!isTransfer && (
        <Form.Item label={t('先后')}>
          <Radio.Group
            value={place}
            onChange={({ target }) => setPlace(target.value as 'before' | 'after')}
            options={[
              { value: 'before', label: t('先请对方审批，再由我审批') },
              { value: 'after', label: t('我审批后，再请对方审批') },
            ]}
          />
        </Form.Item>
      )}
      <Space>
        <Button type="primary" loading={busy} onClick={confirm}>
          {isTransfer ? t('确认转办') : t('确认加签')}
        </Button>
        <Button onClick={onCancel} disabled={busy}>
          {t('取消')}
        </Button>
      </Space>
    </div>
  );
}
