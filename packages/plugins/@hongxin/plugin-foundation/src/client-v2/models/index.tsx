import React from 'react';
import { NAMESPACE } from '../constants';
import { declarationsOf } from '../define';
import { type DeclaredModel } from '../define/models';
import { ExportActionModel } from './ExportActionModel';
import { HxPersonalFieldModel } from './HxPersonalFieldModel';
import { HxStateFieldModel } from './HxStateFieldModel';
import { HxTransitionFormModel } from './HxTransitionFormModel';
import { ImportActionModel } from './ImportActionModel';

const { defineBlock } = declarationsOf(NAMESPACE);

/**
 * There from the beginning: what a field is shown with must be known before menus are built, what takes the place of a model of
 * NocoBase must come instead of it, and the form of a transition is made without waiting.
 */
export const MODELS_AT_ONCE = {
  ExportActionModel,
  ImportActionModel,
  HxPersonalFieldModel,
  HxStateFieldModel,
  HxTransitionFormModel,
};

export const MODELS: readonly DeclaredModel[] = [
  {
    name: 'HxTransitionActionModel',
    load: async () => (await import('./HxTransitionActionModel')).HxTransitionActionModel,
  },
  {
    name: 'HxSubmitFormActionModel',
    load: async () => (await import('./HxSubmitFormActionModel')).HxSubmitFormActionModel,
  },
  defineBlock({
    name: 'HxProcessStepsBlockModel',
    title: '办理进度',
    icon: 'NodeIndexOutlined',
    on: 'record',
    load: async () => {
      const { StepsOfRecord } = await import('../components/StepsOfRecord');
      return ({ record }) => (record ? <StepsOfRecord record={record} /> : null);
    },
  }),
  defineBlock({
    name: 'HxHistoryBlockModel',
    title: '办理记录',
    icon: 'HistoryOutlined',
    on: 'record',
    load: async () => {
      const { HistoryTimeline } = await import('../components/HistoryTimeline');
      return ({ record }) => (record ? <HistoryTimeline record={record} /> : null);
    },
  }),
  defineBlock({
    name: 'HxMyDataBlockModel',
    title: '我的数据',
    icon: 'SafetyOutlined',
    load: async () => (await import('../my-data/MyData')).MyData,
  }),
  defineBlock({
    name: 'HxTraceBlockModel',
    title: '审计日志',
    icon: 'SafetyCertificateOutlined',
    load: async () => (await import('../trace/TraceLog')).TraceLog,
  }),
];
