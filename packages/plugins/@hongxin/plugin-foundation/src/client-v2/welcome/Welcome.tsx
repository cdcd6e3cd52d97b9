import { theme, Typography } from 'antd';
import React, { useEffect, useState, type PropsWithChildren } from 'react';
import logo from '../../server/branding/logo.svg';
import { fetchSignInLook, type SignInLook } from '../requests/sign-in-text';
import { useTools } from '../tools/tools';
import { CAPTION, DESCRIPTION } from './texts';

/** Around the host's form: what this system is. */
export function Welcome({ children }: PropsWithChildren) {
  const tools = useTools();
  const { t } = tools;
  const { token } = theme.useToken();
  const [look, setLook] = useState<SignInLook | null>(null);

  useEffect(() => {
    const standard: SignInLook = { text: {}, ownLogo: true };
    fetchSignInLook(tools).then(setLook, () => setLook(standard)); // the page must open even when this cannot be read
  }, [tools]);

  return (
    <div
      style={{
        minHeight: '100vh',
        background: `linear-gradient(${token.colorPrimaryBg}, ${token.colorBgContainer} 45%)`,
      }}
    >
      <header
        style={{ position: 'absolute', top: 'max(16px, calc(20vh - 116px))', left: 0, right: 0, textAlign: 'center' }}
      >
        {look?.ownLogo ? <img src={logo} width={72} height={72} alt="" /> : null}
        <Typography.Text style={{ display: 'block', color: token.colorPrimary, letterSpacing: 2 }}>
          {look ? look.text.caption || t(CAPTION) : null}
        </Typography.Text>
      </header>
      {children}
      <footer
        style={{
          position: 'absolute',
          bottom: 88,
          left: 0,
          right: 0,
          padding: `0 ${token.paddingLG}px`,
          textAlign: 'center',
        }}
      >
        <Typography.Text type="secondary">{look ? look.text.description || t(DESCRIPTION) : null}</Typography.Text>
      </footer>
    </div>
  );
}
