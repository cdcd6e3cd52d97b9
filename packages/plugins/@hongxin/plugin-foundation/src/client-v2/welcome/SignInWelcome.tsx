import React, { type PropsWithChildren } from 'react';
import { useLocation } from 'react-router-dom';
import { texts } from '../locale';
import { HouseTheme } from '../theme/HouseTheme';
import { HostTools } from '../tools/HostTools';
import { Welcome } from './Welcome';

const SIGN_IN_PAGES = /\/(signin|signup|forgot-password|reset-password)\/?$/;

/** Wraps the whole client; on the sign-in pages it says what this system is, everywhere else it adds nothing. */
export function SignInWelcome({ children }: PropsWithChildren) {
  const { pathname } = useLocation();
  if (!SIGN_IN_PAGES.test(pathname)) return <>{children}</>;
  return (
    <HostTools texts={texts}>
      <HouseTheme>
        <Welcome>{children}</Welcome>
      </HouseTheme>
    </HostTools>
  );
}
