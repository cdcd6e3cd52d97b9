import type { LocalizedText } from '@hongxin/rules/mechanism';

/** Messages of the refusals that need the server to be found out; those of the rules are in `@hongxin/rules`. */
export const SERVER_REASONS = {
  RECORD_NOT_FOUND: {
    zh: '记录不存在，或不在您的查看范围内。',
    en: 'There is no such record, or it is outside what you may see.',
  },
  NO_PROCESS: {
    zh: '“{{collection}}”没有定义办理流程。',
    en: 'Collection "{{collection}}" has no process.',
  },
  NOT_PERMITTED: {
    zh: '您没有执行此操作的权限，请联系管理员。',
    en: 'You may not do this; ask an administrator.',
  },
  TRANSITION_NOT_YOURS: {
    zh: '“{{transition}}”不由您办理。',
    en: '"{{transition}}" is not yours to perform.',
  },
  BATCH_WAITS_FOR_REVIEW: {
    zh: '该记录正在等待审批，不能成批办理，请逐条审批。',
    en: 'The record waits for a review and cannot be moved in a batch; decide it by itself.',
  },
  STATE_UNKNOWN: {
    zh: '“{{field}}”没有“{{state}}”这一状态，可选：{{expected}}。',
    en: '"{{field}}" knows no state "{{state}}"; the states are: {{expected}}.',
  },
  STATE_MOVED_ON: {
    zh: '该记录已由他人办理：状态已从“{{from}}”变为“{{now}}”，请刷新后再操作。',
    en: 'Somebody was faster: the state has moved on from "{{from}}" to "{{now}}". Reload and look again.',
  },
  STATE_ONLY_BY_TRANSITION: {
    zh: '“{{collection}}”的“{{field}}”只能通过办理流程改变，不能直接填写。',
    en: 'Field "{{field}}" of "{{collection}}" changes through transitions only and cannot be written directly.',
  },
  SETTING_UNKNOWN: {
    zh: '没有名为“{{key}}”的业务设置。',
    en: 'There is no setting named "{{key}}".',
  },
  NUMBER_ONLY_BY_SERVER: {
    zh: '“{{field}}”由系统自动编号，不能填写或修改。',
    en: 'Field "{{field}}" is numbered by the system and cannot be written.',
  },
  NUMBER_NEEDS_AREA: {
    zh: '编号需要所属区域，请先选择区域。',
    en: 'The number is made from the area; choose the area first.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    zh: '该幂等键已用于另一个请求，请换一个新的键。',
    en: 'This Idempotency-Key was used for another request; use a new key.',
  },
  IDEMPOTENCY_KEY_INVALID: {
    zh: '幂等键应为1—{{max}}个可见字符。',
    en: 'An Idempotency-Key has 1 to {{max}} visible characters.',
  },
  ACTION_UNKNOWN: {
    zh: '没有“{{action}}”这一操作，请检查地址。',
    en: 'There is no action "{{action}}"; check the address.',
  },
  BODY_INVALID: {
    zh: '请求内容不是有效的JSON，请检查后重试。',
    en: 'The request body is not valid JSON; check it and try again.',
  },
  BODY_TOO_LARGE: {
    zh: '请求内容过大，请减少内容后重试。',
    en: 'The request body is too large; send less.',
  },
  BODY_FIELD_INVALID: {
    zh: '请求中的“{{name}}”应为{{expected}}。',
    en: '"{{name}}" of the request must be {{expected}}.',
  },
  UNKNOWN_FIELD: {
    zh: '“{{collection}}”没有字段“{{field}}”，请检查字段名。',
    en: 'Collection "{{collection}}" has no field "{{field}}"; check the name.',
  },
  ID_MISSING: {
    zh: '没有指明是哪一条记录，请刷新页面后重试。',
    en: 'The request does not say which record it is about; reload the page and try again.',
  },
  ID_INVALID: {
    zh: '“{{id}}”不是有效的记录编号。',
    en: '"{{id}}" is not the id of a record.',
  },
  NAME_RESERVED: {
    zh: '“{{name}}”是程序保留的名称，没有字段或参数叫这个名称，请去掉或改正。',
    en: '"{{name}}" is a reserved name, and no field or parameter is called so; remove or correct it.',
  },
  BODY_TOO_DEEP: {
    zh: '提交的内容嵌套过深，最多{{max}}层。',
    en: 'What was sent is nested too deep: at most {{max}} levels.',
  },
  PAGE_SIZE_TOO_LARGE: {
    zh: '每页最多{{max}}条，请减小每页条数。',
    en: 'A page holds at most {{max}} records; ask for fewer.',
  },
  PARAMETER_INVALID: {
    zh: '参数“{{name}}”无法解析，请检查格式。',
    en: 'Parameter "{{name}}" cannot be read; check its format.',
  },
  VALUE_TOO_LONG: {
    zh: '“{{field}}”有{{length}}个字符，最多{{max}}个，请精简。',
    en: '"{{field}}" has {{length}} characters; at most {{max}} are allowed.',
  },
  VALUE_TOO_SHORT: {
    zh: '“{{field}}”至少{{min}}个字符。',
    en: '"{{field}}" needs at least {{min}} characters.',
  },
  VALUE_AT_LEAST: {
    zh: '“{{field}}”不能小于{{min}}。',
    en: '"{{field}}" must be at least {{min}}.',
  },
  VALUE_AT_MOST: {
    zh: '“{{field}}”不能大于{{max}}。',
    en: '"{{field}}" must be at most {{max}}.',
  },
  VALUE_FORMAT: {
    zh: '“{{field}}”的格式不正确，请按要求填写。',
    en: '"{{field}}" is not written in the right way; check its format.',
  },
  VALUE_NOT_A_CHOICE: {
    zh: '“{{field}}”没有“{{value}}”这个选项，可选：{{expected}}。',
    en: '"{{field}}" has no choice "{{value}}"; choose among: {{expected}}.',
  },
  VALUE_NOT_A_LIST: {
    zh: '“{{field}}”应为选项的列表。',
    en: '"{{field}}" must be a list of choices.',
  },
  VALUE_NOT_TEXT: {
    zh: '“{{field}}”应为文字。',
    en: '"{{field}}" must be text.',
  },
  VALUE_UNREADABLE: {
    zh: '“{{field}}”含有无法保存的字符，请去掉后重试。',
    en: '"{{field}}" holds a character that cannot be stored; remove it.',
  },
  VALUE_NOT_INTEGER: {
    zh: '“{{field}}”应为整数。',
    en: '"{{field}}" must be a whole number.',
  },
  VALUE_NOT_A_NUMBER: {
    zh: '“{{field}}”应为数字。',
    en: '"{{field}}" must be a number.',
  },
  VALUE_OUT_OF_RANGE: {
    zh: '“{{field}}”超出可保存的范围。',
    en: '"{{field}}" is outside the range that can be stored.',
  },
  VALUE_NOT_A_DATE: {
    zh: '“{{field}}”应为有效的日期或时间。',
    en: '"{{field}}" must be a valid date or time.',
  },
  VALUE_NOT_A_TIME: {
    zh: '“{{field}}”应为一天中的时间，如09:30。',
    en: '"{{field}}" must be a time of day, such as 09:30.',
  },
  VALUE_NOT_A_BOOLEAN: {
    zh: '“{{field}}”应为是或否。',
    en: '"{{field}}" must be true or false.',
  },
  VALUE_INVALID: {
    zh: '“{{field}}”的值无效，请检查后重新填写。',
    en: 'The value of "{{field}}" is not valid; check it.',
  },
  INPUT_INVALID: {
    zh: '提交的内容中有无效的值，请检查后重试。',
    en: 'Something in the request has an invalid value; check it and try again.',
  },
  VALUE_TAKEN: {
    zh: '“{{field}}”已存在相同的值，请改用其他值。',
    en: 'Another record has the same "{{field}}"; choose another value.',
  },
  VALUES_CONFLICT: {
    zh: '与已有记录冲突（{{constraint}}），请检查时间、区域或占用情况。',
    en: 'This collides with an existing record ({{constraint}}); check times, area and holder.',
  },
  CHECK_FAILED: {
    zh: '数据不符合约束（{{constraint}}），请检查后重试。',
    en: 'The record breaks a rule of the database ({{constraint}}); check its values.',
  },
  REFERENCE_MISSING: {
    zh: '“{{field}}”所指的记录不存在，请重新选择。',
    en: 'The record that "{{field}}" points to does not exist; choose again.',
  },
  STILL_IN_USE: {
    zh: '该记录仍被其他记录引用，不能删除；请先处理引用它的记录。',
    en: 'Other records still point to this one, so it cannot be deleted; deal with those first.',
  },
  STILL_REFERENCED: {
    zh: '仍有“{{collection}}”的记录指向该记录，不能删除。',
    en: 'Records of "{{collection}}" still point to this one; it cannot be deleted.',
  },
  BUSY_TRY_AGAIN: {
    zh: '同时有其他操作正在修改这些记录，请稍后重试。',
    en: 'Others are changing the same records just now; try again.',
  },
  STORAGE_FULL: {
    zh: '服务器的存储空间已满，未能保存；请联系管理员清理后重试。',
    en: 'The server has no storage left and nothing was saved; ask an administrator to make room, then try again.',
  },
  DATABASE_UNAVAILABLE: {
    zh: '数据库暂时无法访问，请稍后重试；如持续出现，请联系管理员。',
    en: 'The database cannot be reached just now; try again later, and tell an administrator if it goes on.',
  },
  SERVER_FAULT: {
    zh: '服务器处理该请求时出错，已记入日志；请稍后重试，或将出错时间告诉管理员。',
    en: 'The server failed at this request and has logged it; try again later, or tell an administrator the time.',
  },
  APPEND_ONLY: {
    zh: '“{{collection}}”只能由系统追加，不能修改或删除。',
    en: '"{{collection}}" is appended to by the system and cannot be changed or deleted.',
  },
  RECORD_BY_SERVER: {
    zh: '“{{collection}}”记录的是已经发生的事，只能由系统在办理中写入，不能直接新增、修改或删除；请通过相应的办理操作处理。',
    en: '"{{collection}}" records what has happened: the system alone writes it, and nobody adds, changes or deletes a record by hand. Use the action that it came from.',
  },
  INTERNAL_COLLECTION: {
    zh: '“{{collection}}”仅供系统内部使用。',
    en: '"{{collection}}" is for the system itself.',
  },
  WORKING_HOURS_INVALID: {
    zh: '作息时间设置无效：应为 0—1440 之间的分钟数，且上班早于下班。',
    en: 'The working hours are not valid: minutes from 0 to 1440, the start before the end.',
  },
} as const satisfies Record<string, LocalizedText>;
