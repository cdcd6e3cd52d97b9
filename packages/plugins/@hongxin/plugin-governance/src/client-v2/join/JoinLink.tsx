import { HouseTheme } from '@hongxin/plugin-foundation/client-v2';
import { Typography } from 'antd';
import React from 'react';
import { useLocation } from 'react-router-dom';

/** On the sign-in page: the way to an account for those without one. */
export function joinLink(text: () => string, address: string): React.FC<{ children?: React.ReactNode }> {
  return function JoinLink({ children }) {
    const { pathname } = useLocation();
    return (
      <>
        {children}
        {/\/signin\/?$/.test(pathname) && (
          <div style={{ position: 'fixed', insetInline: 0, bottom: 56, textAlign: 'center', zIndex: 10 }}>
            <HouseTheme>
              <Typography.Link href={address}>{text()}</Typography.Link>
            </HouseTheme>
          </div>
        )}
      </>
    );
  };
}
