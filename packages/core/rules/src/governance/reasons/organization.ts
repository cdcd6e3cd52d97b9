/** Reasons of `organization.ts`. */
export const ORGANIZATION_REASONS = {
  ORGANIZATION_LEVEL_UNKNOWN: {
    zh: '没有名为“{{organizationLevel}}”的党组织层级，应为：{{expectedOrganizationLevel}}，请重新选择。',
    en: 'There is no organisation level "{{organizationLevel}}"; choose one of: {{expectedOrganizationLevel}}.',
  },
  ORGANIZATION_PARENT_REQUIRED: {
    zh: '{{organizationLevel}}须有上级党组织，请选择一个{{expectedOrganizationLevel}}。',
    en: 'Level "{{organizationLevel}}" needs a parent of level "{{expectedOrganizationLevel}}"; choose one.',
  },
  ORGANIZATION_PARENT_NOT_ALLOWED: {
    zh: '{{organizationLevel}}是最高一级，不能再设上级党组织，请清空上级。',
    en: 'Level "{{organizationLevel}}" is the top and has no parent; clear the parent.',
  },
  ORGANIZATION_PARENT_LEVEL: {
    zh: '{{organizationLevel}}的上级应为{{expectedOrganizationLevel}}，所选为{{parentOrganizationLevel}}，请重新选择。',
    en: 'The parent of level "{{organizationLevel}}" must be "{{expectedOrganizationLevel}}", not "{{parentOrganizationLevel}}"; choose another.',
  },
  ORGANIZATION_AREA_LEVEL: {
    zh: '{{organizationLevel}}应设在{{expectedAreaLevel}}，所选区域是{{areaLevel}}，请重新选择区域。',
    en: 'Level "{{organizationLevel}}" belongs to an area of level "{{expectedAreaLevel}}", not "{{areaLevel}}"; choose another area.',
  },
  FORMATION_SINGLE_AREA: {
    zh: '“{{formation}}”方式只覆盖一个区域，现有{{count}}个；请只留一个，或改用联合组建、统合组建。',
    en: 'Formation "{{formation}}" covers one area, not {{count}}; keep one, or choose joint or integrated formation.',
  },
  HUB_HOUSEHOLDS_BELOW: {
    zh: '党员中心户联系{{count}}户，少于{{min}}户，建议联系{{min}}—{{max}}户。',
    en: 'The member hub contacts {{count}} households, under {{min}}; {{min}}–{{max}} are advised.',
  },
  HUB_HOUSEHOLDS_ABOVE: {
    zh: '党员中心户联系{{count}}户，多于{{max}}户，建议联系{{min}}—{{max}}户，可增设中心户分担。',
    en: 'The member hub contacts {{count}} households, over {{max}}; {{min}}–{{max}} are advised. Add a hub to share them.',
  },
} as const;
