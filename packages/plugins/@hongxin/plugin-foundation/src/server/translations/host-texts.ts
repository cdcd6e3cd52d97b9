/**
 * Sentences with which NocoBase refuses everybody's requests and that its own Chinese locale files leave in English, by its
 * namespaces. What it translates itself one day is the same sentence; an administrator's own comes first.
 */
export const HOST_TEXTS: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  'zh-CN': {
    auth: {
      'User password changed, please signin again.': '密码已修改，请重新登录。',
    },
    acl: {
      'The role does not belong to the user': '您没有请求中指定的角色，请切换到自己的角色后重试。',
    },
  },
};
