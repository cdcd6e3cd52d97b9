/** Menu group of what watches over the data. */
export const GROUP = { title: '安全与隐私', icon: 'SafetyOutlined' };
