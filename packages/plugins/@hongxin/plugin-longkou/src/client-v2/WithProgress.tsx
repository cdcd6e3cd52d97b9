import { HostTools, HouseTheme } from '@hongxin/plugin-foundation/client-v2';
import React from 'react';
import { useLocation } from 'react-router-dom';
import { DemoProgress } from './DemoProgress';
import { texts } from './texts';

/** Whatever page is open, for who is signed in. */
export function WithProgress({ children }: { children?: React.ReactNode }) {
  const { pathname } = useLocation();
  const isInside = /\/(admin|mobile)(\/|$)/.test(pathname);
  return (
    <>
      {children}
      {isInside && (
        <HostTools texts={texts}>
          <HouseTheme>
            <DemoProgress />
          </HouseTheme>
        </HostTools>
      )}
    </>
  );
}
