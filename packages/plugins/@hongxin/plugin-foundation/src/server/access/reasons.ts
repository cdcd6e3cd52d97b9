import type { LocalizedText } from '@hongxin/rules/mechanism';

/** Messages of the guards' refusals. */
export const ACCESS_REASONS: Readonly<Record<string, LocalizedText>> = {
  FIELD_NOT_VISIBLE: {
    zh: '您不能按“{{field}}”筛选、排序或统计，因为您无权查看它。',
    en: 'You may not filter, sort or group by "{{field}}": it is not among the fields you may see.',
  },
  FIELD_UNKNOWN: { zh: '没有名为“{{field}}”的字段，请检查。', en: 'There is no field "{{field}}"; check the name.' },
  PERSONAL_FIELD_FILTER: {
    zh: '“{{field}}”是个人信息，不能用于筛选、排序或统计。',
    en: '"{{field}}" is personal information and cannot be filtered, sorted or grouped by.',
  },
  OPERATOR_UNKNOWN: {
    zh: '不支持筛选条件“{{operator}}”。',
    en: 'The filter operator "{{operator}}" is not supported.',
  },
  FILTER_INVALID: {
    zh: '“{{field}}”的筛选值无效，请检查。',
    en: 'The filter value of "{{field}}" is not valid; check it.',
  },
  FILTER_RELATION: {
    zh: '“{{field}}”是关联的记录，不能直接与值比较；请按其中的一项筛选，或筛选它是否为空。',
    en: '"{{field}}" leads to another record and has no value of its own; filter by one of its fields, or by whether it is empty.',
  },
  SORT_INVALID: {
    zh: '不能按“{{field}}”排序，因为它属于关联的记录；请按本表自己的字段排序。',
    en: 'Records cannot be sorted by "{{field}}": it belongs to another record; sort by a field of their own.',
  },
  FILTER_TOO_LARGE: {
    zh: '筛选条件过于复杂，最多{{max}}层或{{conditions}}个条件，请简化。',
    en: 'The filter is too complex: at most {{max}} levels and {{conditions}} conditions.',
  },
  FILE_TYPE_REFUSED: {
    zh: '不能上传“{{type}}”类型的文件，请改用图片、PDF或Office文档。',
    en: 'Files of type "{{type}}" cannot be uploaded; use a picture, a PDF or an office document.',
  },
  RELATION_TO_ONE: {
    zh: '“{{field}}”只关联一条记录，请直接读取该记录。',
    en: '"{{field}}" leads to a single record; read it with get.',
  },
  TARGET_COLLECTION_REFUSED: {
    zh: '不能通过此地址读取其他数据表。',
    en: 'Another collection cannot be read through this address.',
  },
  NOT_SORTABLE: {
    zh: '“{{collection}}”没有自定义顺序，不能移动记录。',
    en: 'Records of "{{collection}}" are kept in no order of their own and cannot be moved.',
  },
  ASSOCIATION_WRITE_REFUSED: {
    zh: '不能通过“{{association}}”直接修改关联记录，请到其自己的页面办理。',
    en: 'Related records cannot be changed through "{{association}}"; use their own page.',
  },
  NESTED_WRITE_REFUSED: {
    zh: '“{{field}}”只能选择已有记录，不能在此新建或修改。',
    en: '"{{field}}" takes existing records only; they cannot be created or changed here.',
  },
  FIELD_BY_SERVER: {
    zh: '“{{field}}”由系统填写，不能修改。',
    en: '"{{field}}" is filled in by the system and cannot be written.',
  },
  OUT_OF_SCOPE: {
    zh: '该记录不在您的任职区域或权限范围内，不能保存。',
    en: 'The record lies outside your areas or your scope and cannot be saved.',
  },
  REFERENCE_NOT_FOUND: {
    zh: '“{{field}}”所选的记录不存在，或不在您的查看范围内。',
    en: 'The record chosen for "{{field}}" does not exist or is outside what you may see.',
  },
  MASKED_VALUE: {
    zh: '“{{field}}”是隐去部分内容的值，请填写完整的新值，或保持原样。',
    en: 'The value of "{{field}}" is a masked one; enter the complete new value or leave it as it was.',
  },
  REVEAL_FIELD_UNKNOWN: {
    zh: '“{{field}}”不是可查看原文的个人信息字段。',
    en: '"{{field}}" is not a personal field that can be revealed.',
  },
  REVEAL_REASON_REQUIRED: {
    zh: '请写明查看原因，至少{{min}}个字。',
    en: 'State why you need it, in at least {{min}} characters.',
  },
  NOT_FOR_ASSISTANTS: {
    zh: '这里的记录不能作为AI员工的上下文读取，请在其自己的页面查看。',
    en: 'These records cannot be read as context for an AI employee; see them on their own page.',
  },
  NO_ASSISTANT: {
    zh: '您的角色没有可用的AI员工，请联系管理员。',
    en: 'Your roles have no AI employee; ask an administrator.',
  },
  DATA_SOURCE_UNKNOWN: {
    zh: '“{{name}}”所指的数据源不存在，请填写已有数据源的标识，或不填。',
    en: '"{{name}}" names no data source; give the key of an existing one, or leave it out.',
  },
  CHART_HAVING_UNKNOWN: {
    zh: '图表结果的筛选条件“{{name}}”不是本次查询的统计项，请从已有的统计项中选择。',
    en: '"{{name}}", by which the results of the chart are filtered, is none of its measures or dimensions; choose one of them.',
  },
  CHART_NAME_INVALID: {
    zh: '“{{name}}”不能作为图表中一列的名称，请换一个名称（不能是星号或程序保留的英文名称；按它排序时不能含英文句点）。',
    en: '"{{name}}" cannot be the name of a column of a chart; choose another that is neither an asterisk nor a reserved word, and without dots where the chart is sorted by it.',
  },
  CHART_NAME_LONG: {
    zh: '图表中的名称“{{name}}…”太长：最多{{max}}个字节，即21个汉字，请改短。',
    en: 'The name "{{name}}…" of a column of the chart is too long; at most {{max}} bytes, please shorten it.',
  },
  CHART_NAME_TWICE: {
    zh: '图表中有两列都叫“{{name}}”，请为其中一列换一个名称。',
    en: 'Two columns of the chart are called "{{name}}"; give one of them another name.',
  },
  CHART_ORDER_UNKNOWN: {
    zh: '图表按“{{field}}”排序，但它不是本次查询的统计项或分组，请加入该项，或从已有的项中选择。',
    en: 'The chart is sorted by "{{field}}", which is none of its measures or dimensions; add it, or choose one of them.',
  },
  SCOPE_UNREADABLE: {
    zh: '数据范围“{{name}}”的条件无法读取，没有保存；请按“{{collection}}”的字段重新选择条件，全部数据请选“全部数据”。',
    en: 'The conditions of the scope "{{name}}" cannot be read, so it was not saved; choose them anew among the fields of "{{collection}}", or take "All records".',
  },
  SCOPE_VARIABLE_UNKNOWN: {
    zh: '没有变量“{{name}}”，请改用当前用户的字段或当前角色。',
    en: 'There is no variable "{{name}}"; use a field of the current user, or the current role.',
  },
  CHART_INVALID: { zh: '图表查询中的“{{name}}”无效。', en: '"{{name}}" of the chart query is not valid.' },
  IMPORT_FILE_INVALID: {
    zh: '无法读取上传的文件，请使用Excel（.xlsx）模板。',
    en: 'The uploaded file cannot be read; use the Excel (.xlsx) template.',
  },
  IMPORT_HEADERS_MISSING: {
    zh: '没有找到表头，应包含：{{headers}}。',
    en: 'The header row was not found; expected: {{headers}}.',
  },
  IMPORT_EMPTY: { zh: '文件中没有可导入的数据行。', en: 'The file holds no rows to import.' },
  IMPORT_TOO_MANY_ROWS: {
    zh: '文件有{{count}}行，一次最多导入{{max}}行，请分批。',
    en: 'The file has {{count}} rows; at most {{max}} can be imported at once.',
  },
  IMPORT_NAME_UNKNOWN: {
    zh: '没有找到“{{name}}”，或不在您的查看范围内。',
    en: '"{{name}}" was not found, or is outside what you may see.',
  },
  IMPORT_NAME_AMBIGUOUS: {
    zh: '“{{name}}”有{{count}}条同名记录，请改用唯一的编码。',
    en: '{{count}} records are named "{{name}}"; use a unique code.',
  },
  IMPORT_LOOKUP_REFUSED: {
    zh: '导入时不能按“{{field}}”查找关联记录，请改用名称或编码列。',
    en: 'An import cannot look related records up by "{{field}}"; use a column with their name or code.',
  },
  IMPORT_ID_UNKNOWN: {
    zh: '没有找到记录标识为“{{id}}”的记录，或不在您的查看范围内；如要新增，请清空记录标识。',
    en: 'There is no record with the id "{{id}}", or it is outside what you may see; clear the id to add a record.',
  },
  IMPORT_RECORD_TWICE: {
    zh: '与第{{first}}行是同一条记录，请只保留一行。',
    en: 'This is the same record as row {{first}}; keep one of them.',
  },
  IMPORT_RECORD_AMBIGUOUS: {
    zh: '系统中有{{count}}条记录的“{{field}}”与此行相同，请先导出，保留“记录标识”列后再导入。',
    en: '{{count}} records have the same "{{field}}" as this row; export first and keep the column of record ids.',
  },
  IMPORT_DUPLICATE: {
    zh: '系统中已有“{{field}}”相同、但“{{other}}”不同的记录。如为同一条，请导出后在“记录标识”所在的行修改；如确为另一条，请改用可区分的内容。',
    en: 'A record with the same "{{field}}" but another "{{other}}" exists. If it is the same, export and change its row with the record id; if not, tell them apart.',
  },
  IMPORT_MASKED_NEW: {
    zh: '新增的记录不能填写隐去部分内容的值，请填写完整内容或清空。如要修改已有记录，请保留导出文件中的“记录标识”列。',
    en: 'A new record cannot take a masked value; enter the complete one or clear the cell. To change a record that exists, keep the column of record ids from the export.',
  },
  IMPORT_MASKED_CHANGED: {
    zh: '隐去部分内容的值与导出时不同。不修改请恢复为“{{value}}”，要修改请填写完整的新值。',
    en: 'The masked value is not the one of the export. To keep it, put back "{{value}}"; to change it, enter the complete new value.',
  },
  IMPORT_CELL_NOT_YOURS: {
    zh: '您不能修改此项，请恢复为“{{value}}”。',
    en: 'You may not change this; put back "{{value}}".',
  },
  IMPORT_CELL_NOT_FOR_NEW: {
    zh: '新增记录时不能填写此项，请清空该单元格。',
    en: 'A new record cannot be given this; clear the cell.',
  },
  IMPORT_MAY_NOT_CHANGE: {
    zh: '您可以导入新记录，但不能修改已有记录，请删去此行或恢复原样。',
    en: 'You may import new records but not change those that exist; remove the row or leave it as it was.',
  },
  IMPORT_CHANGED_MEANWHILE: {
    zh: '核对之后，此行的记录又有变化，请重新核对。',
    en: 'The record of this row has changed since the check; check the file again.',
  },
  IMPORT_PREVIEW_ELSEWHERE: {
    zh: '此数据表由系统自带的导入处理，不能先核对；请改用自带的“导入”按钮。',
    en: 'This collection is imported by the host, which has no check; use its own import button.',
  },
  EXPORT_TOO_MANY_ROWS: {
    zh: '筛选结果有{{count}}行，一次最多导出{{max}}行，请按区域、年份等筛选后分次导出。',
    en: '{{count}} rows match; at most {{max}} can be exported at once. Narrow them, by area or year, and export in parts.',
  },
  IMPORT_ROW: { zh: '第{{row}}行“{{field}}”：{{problem}}', en: 'Row {{row}}, "{{field}}": {{problem}}' },
  IMPORT_ROW_WHOLE: { zh: '第{{row}}行：{{problem}}', en: 'Row {{row}}: {{problem}}' },
  IMPORT_MORE_PROBLEMS: {
    zh: '另有{{count}}个问题未列出；没有导入任何数据。',
    en: '{{count}} more problems are not listed; nothing was imported.',
  },
  RIGHTS_LINKED_IN_BULK: {
    zh: '角色的权限不能这样成批增减：改动不会立即生效。请在“角色和权限”里保存该数据表的操作权限，或用 update 提交整组操作。',
    en: 'Rights of a role are not linked in bulk: the change would not act at once. Save the actions of the table under "Roles & permissions", or send them all by update.',
  },
  CODE_FIELD_PROTECTED: {
    zh: '“{{field}}”是程序定义的字段，不能删除，也不能改变类型。',
    en: '"{{field}}" is defined by code: it cannot be deleted or change its type.',
  },
  CODE_CHOICE_PROTECTED: {
    zh: '“{{field}}”的选项值“{{options}}”是程序使用的，不能删除，也不能改变选项值；名称、颜色和顺序可以修改，也可以增加选项。',
    en: 'The options with the values {{options}} of "{{field}}" are used by code: they cannot be removed and their values cannot change. Their titles, colours and order can, and options can be added.',
  },
  CODE_COLLECTION_PROTECTED: {
    zh: '“{{collection}}”是程序定义的数据表，不能删除、改名，也不能拿走程序定义的字段；可以修改名称以外的显示设置，也可以增加字段。',
    en: '"{{collection}}" is defined by code: it cannot be deleted or renamed, nor lose the fields that code defines. What it looks like may change, and fields may be added.',
  },
  CODE_COLLECTION_NOT_INHERITED: {
    zh: '“{{collection}}”是程序定义的数据表，不能被继承；请新建数据表，用关系字段指向它的记录。',
    en: '"{{collection}}" is defined by code and cannot be inherited; make a table of your own and link its records by a relation.',
  },
};
