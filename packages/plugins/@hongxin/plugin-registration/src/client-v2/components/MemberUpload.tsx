import { DownloadOutlined, InboxOutlined } from '@ant-design/icons';
import {
  idempotencyKeys,
  ReasonList,
  requestFailure,
  saveFile,
  useTools,
  type RequestReason,
  type Translate,
} from '@hongxin/plugin-foundation/client-v2';
import { useRequest } from 'ahooks';
import { Alert, Button, Card, Empty, Result, Select, Skeleton, Space, Spin, Typography, Upload } from 'antd';
import React, { useMemo, useState } from 'react';
import { memberUploadRequests, type UploadCheck } from '../requests/member-upload';
import { UploadProblems } from './UploadProblems';

interface Chosen {
  file: File;
  check: UploadCheck;
}

/** 批量报到: template, check row by row, then all members at once. */
export function MemberUpload() {
  const tools = useTools();
  const { t, userId, isPhone: phone } = tools;
  const requests = useMemo(() => memberUploadRequests(tools), [tools]);
  const { data: units, error } = useRequest(() => requests.units(userId), { refreshDeps: [userId] });
  const [unitId, setUnitId] = useState<number>();
  const [chosen, setChosen] = useState<Chosen>();
  const [busy, setBusy] = useState(false);
  const [reasons, setReasons] = useState<readonly RequestReason[]>([]);
  const [registered, setRegistered] = useState<number>();
  const keyOf = useMemo(() => idempotencyKeys(), []);
  const unit = unitId ?? units?.[0]?.id;

  /** One request at a time; what it is refused for is shown until the next one. */
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setReasons([]);
    try {
      await work();
    } catch (failure) {
      setReasons(requestFailure(failure).reasons);
    } finally {
      setBusy(false);
    }
  };
  const forget = (): void => {
    setChosen(undefined);
    setRegistered(undefined);
    setReasons([]);
  };
  const choose = (file: File): false => {
    forget();
    if (unit !== undefined) void attempt(async () => setChosen({ file, check: await requests.check(unit, file) }));
    return false; // the file is sent by us, not by antd
  };
  const register = ({ file }: Chosen): Promise<void> =>
    attempt(async () => {
      const key = keyOf([unit, file.name, file.size, file.lastModified]);
      setRegistered(await requests.register(Number(unit), file, key));
    });

  if (error) return <ReasonList title={t('没有读到单位信息')} reasons={requestFailure(error).reasons} />;
  if (!units) return <Skeleton active />;
  if (units.length === 0) return <Empty description={t('您还不是任何单位的联络员，请联系管理员。')} />;
  if (registered !== undefined)
    return (
      <Result
        status="success"
        title={t('已为{{count}}名党员提交报到', { count: registered })}
        subTitle={t('单位确认已一并完成，正等待各社区接收。')}
        extra={<Button onClick={forget}>{t('继续上传')}</Button>}
      />
    );
  return (
    <Card size={phone ? 'small' : 'default'}>
      <Space direction="vertical" size="middle" style={{ width: '100%' }}>
        <Space wrap>
          {units.length > 1 && (
            <Select
              aria-label={t('单位')}
              value={unit}
              onChange={(value: number) => {
                setUnitId(value);
                forget();
              }}
              options={units.map(({ id, name }) => ({ value: id, label: name }))}
              style={{ minWidth: 200 }}
            />
          )}
          {units.length === 1 && <Typography.Text strong>{units[0].name}</Typography.Text>}
          <Button
            icon={<DownloadOutlined />}
            onClick={() =>
              attempt(async () => saveFile(await requests.template(), `${t('在职党员批量报到模板')}.xlsx`))
            }
          >
            {t('下载模板')}
          </Button>
        </Space>
        <Spin spinning={busy}>
          <Upload.Dragger accept=".xlsx" maxCount={1} showUploadList={false} beforeUpload={choose} disabled={busy}>
            <p className="ant-upload-drag-icon">
              <InboxOutlined />
            </p>
            <p className="ant-upload-text">{t('点击或拖入填好的Excel文件')}</p>
            <p className="ant-upload-hint">{t('先逐行核对，全部通过后再一次办理；不超过2000行、5MB。')}</p>
          </Upload.Dragger>
        </Spin>
        {reasons.length > 0 && <ReasonList title={t('没有办理')} reasons={reasons} />}
        {chosen && <Checked chosen={chosen} busy={busy} phone={phone} t={t} onRegister={() => register(chosen)} />}
      </Space>
    </Card>
  );
}

interface CheckedProps {
  chosen: Chosen;
  busy: boolean;
  phone: boolean;
  t: Translate;
  onRegister(): Promise<void>;
}

function Checked({ chosen: { file, check }, busy, phone, t, onRegister }: CheckedProps) {
  const badRows = new Set(check.problems.map(({ row }) => row)).size;
  const counts = { name: file.name, total: check.total, ready: check.ready, bad: badRows };
  return (
    <Space direction="vertical" size="middle" style={{ width: '100%' }}>
      {badRows > 0 ? (
        <Alert
          type="warning"
          showIcon
          message={t('“{{name}}”共{{total}}行，{{bad}}行有问题，没有办理任何一行', counts)}
          description={t('请在Excel中改好下列各行，再上传一次。')}
        />
      ) : (
        <Alert type="success" showIcon message={t('“{{name}}”共{{total}}行，全部可以办理', counts)} />
      )}
      {badRows > 0 && <UploadProblems problems={check.problems} phone={phone} t={t} />}
      {badRows === 0 && (
        <Button type="primary" size="large" block={phone} loading={busy} onClick={() => void onRegister()}>
          {t('为{{count}}名党员报到', { count: check.ready })}
        </Button>
      )}
    </Space>
  );
}
