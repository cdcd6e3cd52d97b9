export const NEEDS = 'hxNeeds';
export const RESOURCES = 'hxResources';
export const CO_PROJECTS = 'hxCoProjects';
