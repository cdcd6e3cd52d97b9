import { Checkbox, Flex } from 'antd';
import React from 'react';
import { type ReviewAllowances } from '../../../shared/config';
import { useT } from '../../locale';

const ALLOWANCES: readonly { name: keyof ReviewAllowances; title: string }[] = [
  { name: 'return', title: '退回' },
  { name: 'reject', title: '驳回' },
  { name: 'transfer', title: '转办给其他人' },
  { name: 'addSigner', title: '加签' },
  { name: 'withdraw', title: '无人办理前，申请人可以撤回' },
  { name: 'batch', title: '批量办理' },
];

/** What may be done besides approving. */
export function AllowInput({
  value = {},
  onChange,
}: {
  value?: Partial<ReviewAllowances>;
  onChange?(allow: Partial<ReviewAllowances>): void;
}) {
  const t = useT();
  return (
    <Flex gap="4px 16px" wrap>
      {ALLOWANCES.map(({ name, title }) => (
        <Checkbox
          key={name}
          checked={value[name] ?? false}
          onChange={({ target }) => onChange?.({ ...value, [name]: target.checked })}
        >
          {t(title)}
        </Checkbox>
      ))}
    </Flex>
  );
}
