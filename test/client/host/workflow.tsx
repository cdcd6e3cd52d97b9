/** Small stand-in for the host module "@nocobase/plugin-workflow/client-v2": what the review's canvas and task centre use. */
import React from 'react';

export class Instruction {}
export class Trigger {}
export class PluginWorkflowClientV2 {}

export const WorkflowTaskRecordContext = React.createContext<any>({ record: {} });
export const useWorkflowTaskRecord = () => React.useContext(WorkflowTaskRecordContext);

export const FlowContext = React.createContext<any>({});
export const useFlowContext = () => React.useContext(FlowContext);
export const NodeContext = React.createContext<any>(undefined);
export const useNodeContext = () => React.useContext(NodeContext);
export const CurrentWorkflowContext = React.createContext<any>({});
export const useCurrentWorkflowContext = () => React.useContext(CurrentWorkflowContext);

export const useStyles = () => ({ styles: {} });
export const NodeDefaultView = ({ data, cardExtra, children }: any) => (
  <div>
    <div role="button" aria-label={data.title}>
      {data.title}
      {cardExtra}
    </div>
    {children}
  </div>
);
export const Branch = ({ controller, entry }: any) => (
  <div>
    {controller}
    {entry?.title}
  </div>
);

export const parseCollectionName = (value?: string) => {
  if (!value) return [];
  const parts = value.split(':');
  const name = parts.pop();
  return [parts[0] ?? 'main', name];
};
export const getCollectionManagerAdapter = () => ({});
export const getCollectionFieldOptions = ({ fields }: any) =>
  fields.map(({ name, uiSchema }: any) => ({ key: name, value: name, label: uiSchema.title }));

const control =
  (label: string) =>
  ({ value, onChange, disabled }: any) => (
    <input
      aria-label={label}
      disabled={disabled}
      value={value ?? ''}
      onChange={({ target }) => onChange?.(target.value)}
    />
  );
export const CollectionCascader = control('collection');
export const AppendsSelect = control('appends');
export const TriggerCollectionRecordSelect = control('record');
export const WorkflowVariableInput = control('variable');
export const WorkflowVariableTextArea = control('variable text');
export const AssignedFieldsEditor = control('assigned fields');
