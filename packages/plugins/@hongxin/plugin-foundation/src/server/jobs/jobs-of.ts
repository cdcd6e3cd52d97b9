import type { Application } from '@nocobase/server';
import { foundationOf } from '../foundation-of';
import type { Jobs } from './index';

export const jobsOf = (app: Application): Jobs => foundationOf(app).jobs;
