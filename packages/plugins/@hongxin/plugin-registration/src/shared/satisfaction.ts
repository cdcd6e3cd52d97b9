/** How satisfied those served are; stored as a number from 1 to 5 [default]. */
export const SATISFACTION_CHOICES: readonly { value: string; label: string; color: string }[] = [
  { value: '5', label: '非常满意', color: 'green' },
  { value: '4', label: '满意', color: 'cyan' },
  { value: '3', label: '基本满意', color: 'blue' },
  { value: '2', label: '不太满意', color: 'orange' },
  { value: '1', label: '不满意', color: 'red' },
];
