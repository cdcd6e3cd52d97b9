import { useFlowEngine } from '@nocobase/flow-engine';
import { theme, Typography } from 'antd';
import React, { useEffect, useState, type PropsWithChildren } from 'react';
import { useLocation } from 'react-router-dom';
import logo from '../../server/branding/logo.svg';
import { useT } from '../locale';
import { fetchSignInLook, type SignInLook } from '../requests/sign-in-text';
import { HouseTheme } from '../theme/HouseTheme';
import { CAPTION, DESCRIPTION } from './texts';

const SIGN_IN_PAGES = /\/(signin|signup|forgot-password|reset-password)\/?$/;

/** Wraps the whole client; on the sign-in pages it says what this system is, everywhere else it adds nothing. */
export function SignInWelcome({ children }: PropsWithChildren) {
  const { pathname } = useLocation();
  if (!SIGN_IN_PAGES.test(pathname)) return <>{children}</>;
  return (
    <HouseTheme>
      <Welcome>{children}</Welcome>
    </HouseTheme>
  );
}

function Welcome({ children }: PropsWithChildren) {
  const { api } = useFlowEngine().context;
  const { token } = theme.useToken();
  const t = useT();
  const [look, setLook] = useState<SignInLook | null>(null);

  useEffect(() => {
    const standard: SignInLook = { text: {}, ownLogo: true };
    fetchSignInLook(api).then(setLook, () => setLook(standard)); // the page must open even when this cannot be read
  }, [api]);

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
