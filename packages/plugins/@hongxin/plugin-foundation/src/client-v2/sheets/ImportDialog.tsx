import { DownloadOutlined, InboxOutlined } from '@ant-design/icons';
import { Alert, Button, Result, Space, Spin, Typography, Upload } from 'antd';
import React, { useEffect, useMemo, useState } from 'react';
import { ReasonList } from '../components/ReasonList';
import type { Translate } from '../tools/texts';
import { requestFailure, type RequestReason } from '../requests/errors';
import { idempotencyKeys } from '../requests/idempotency-key';
import type { ImportCounts, ImportPreview, ImportRequests } from '../requests/sheets';
import { saveFile } from '../view/save-file';
import { ImportChecked } from './ImportChecked';
import { problemList } from './problem-list';

export interface ImportDialogProps {
  requests: ImportRequests;
  title: string;
  explain?: string;
  phone: boolean;
  t: Translate;
  onWritten(): Promise<unknown> | void;
  onClose(): void;
}

interface Chosen {
  file: File;
  /** null: the host imports this collection, and cannot check first. */
  preview: ImportPreview | null;
}

/** 导入: choose a file, see what it would change, then write all of it or nothing. */
export function ImportDialog({ requests, title, explain, phone, t, onWritten, onClose }: ImportDialogProps) {
  const [chosen, setChosen] = useState<Chosen>();
  const [busy, setBusy] = useState<'checking' | 'writing'>();
  const [reasons, setReasons] = useState<readonly RequestReason[]>([]);
  const [written, setWritten] = useState<ImportCounts>();
  const keyOf = useMemo(() => idempotencyKeys(), []);

  const attempt = async (what: 'checking' | 'writing', work: () => Promise<void>): Promise<void> => {
    setBusy(what);
    setReasons([]);
    try {
      await work();
    } catch (failure) {
      setReasons(requestFailure(failure).reasons);
    } finally {
      setBusy(undefined);
    }
  };
  const choose = (file: File): false => {
    setChosen(undefined);
    void attempt('checking', async () => setChosen({ file, preview: await requests.check(file) }));
    return false; // the file is sent by us, not by antd
  };
  const write = ({ file, preview }: Chosen): Promise<void> =>
    attempt('writing', async () => {
      const key = keyOf([file.name, file.size, file.lastModified, preview?.basis]);
      setWritten(await requests.write(file, preview?.basis ?? null, key));
      await onWritten();
    });

  if (written)
    return (
      <Result
        status="success"
        title={t('导入完成')}
        subTitle={t('新增{{created}}条，修改{{changed}}条，未变{{unchanged}}条', { ...written })}
        extra={
          <Button type="primary" onClick={onClose}>
            {t('完成')}
          </Button>
        }
      />
    );
  return (
    <Space direction="vertical" size="middle" style={{ width: '100%' }}>
      <Explanation explain={explain} t={t} />
      <Button
        icon={<DownloadOutlined />}
        onClick={() => attempt('checking', async () => saveFile(await requests.template(), `${title}.xlsx`))}
      >
        {t('下载模板')}
      </Button>
      <Upload.Dragger accept=".xlsx" maxCount={1} showUploadList={false} beforeUpload={choose} disabled={Boolean(busy)}>
        <p className="ant-upload-drag-icon">
          <InboxOutlined />
        </p>
        <p className="ant-upload-text">{t('点击或拖入填好的Excel文件')}</p>
        <p className="ant-upload-hint">{t('先核对，确认后才写入；一次不超过20000行、5MB。')}</p>
      </Upload.Dragger>
      {busy && <Working what={busy} t={t} />}
      {reasons.length > 0 && <ReasonList title={t('没有导入')} reasons={reasons} />}
      {chosen && !chosen.preview && busy !== 'checking' && (
        <Space wrap>
          <Typography.Text>{t('此数据表由系统自带的导入处理，不能先核对。')}</Typography.Text>
          <Button type="primary" loading={busy === 'writing'} onClick={() => void write(chosen)}>
            {t('直接导入')}
          </Button>
        </Space>
      )}
      {chosen?.preview && busy !== 'checking' && (
        <ImportChecked
          name={chosen.file.name}
          preview={chosen.preview}
          phone={phone}
          busy={busy === 'writing'}
          t={t}
          onWrite={() => void write(chosen)}
          onSaveProblems={() =>
            saveFile(problemList(chosen.preview?.refused ?? [], t), `${title}-${t('问题清单')}.csv`)
          }
        />
      )}
    </Space>
  );
}

function Explanation({ explain, t }: { explain?: string; t: Translate }) {
  return (
    <Alert
      type="info"
      message={t(
        '修改已有记录：先导出，改好单元格，保留“记录标识”列，再导入。没有“记录标识”的行按编号、代码等匹配；编号、代码也没有的，填写的各项与某条记录看得见的内容都相同，就视为这条记录，不再新增（人员只比姓名和联系电话，留空的项不变）；匹配不到的新增。隐去部分内容的单元格不改就保持原样；清空的单元格会清空该项。',
      )}
      description={explain || undefined}
    />
  );
}

/** Long sheets take a minute: what goes on, and for how long already. */
function Working({ what, t }: { what: 'checking' | 'writing'; t: Translate }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, [what]);
  return (
    <Space role="status">
      <Spin />
      <Typography.Text>
        {what === 'checking'
          ? t('正在核对，已用{{seconds}}秒', { seconds })
          : t('正在导入，已用{{seconds}}秒', { seconds })}
      </Typography.Text>
    </Space>
  );
}
