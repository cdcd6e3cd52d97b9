export { installChannel, tellUser, type Notice, type NoticeChannel } from './in-app';
