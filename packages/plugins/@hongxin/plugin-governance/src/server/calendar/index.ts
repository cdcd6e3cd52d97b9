import type { DomainPart } from '@hongxin/plugin-foundation';
import { calendarPage } from './page';

/** 工作日历: the foundation keeps it, the city sets it among its pages. */
export const calendar = (): DomainPart => ({ pages: [calendarPage] });
