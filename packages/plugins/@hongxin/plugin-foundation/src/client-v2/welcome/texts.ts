/** Locale keys of what the sign-in page says until an administrator writes something else. */
export const CAPTION = '党建引领 · 楼栋善治';
export const DESCRIPTION = '街道、社区、小区、楼栋一张网：组织架构、双报到、公益创投、红心小区考核在这里办理。';
