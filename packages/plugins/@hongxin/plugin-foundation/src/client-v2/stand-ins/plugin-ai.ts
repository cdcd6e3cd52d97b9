/** What the chart's editor imports from the AI employees' plugin, without any employee; see server/host-plugins/stand-ins.ts. */
import { Plugin } from '@nocobase/client-v2';

const nothing = (): void => undefined;
const chat = {
  chatBoxModel: { open: false, currentEmployee: null },
  chatMessageModel: { setEditorRef: nothing, setCurrentEditorRefUid: nothing, addContextItems: nothing },
};
const employees = { aiEmployees: [], getAIEmployees: nothing };
const actions = { triggerTask: nothing };

export const useAIConfigRepository = () => employees;
export const getGlobalChatBoxRuntime = () => chat;
export const useChatBoxActions = () => actions;
export const AIEmployeeProfileCard = () => null;
export const avatars = () => '';

export default class WithoutAssistants extends Plugin {}
