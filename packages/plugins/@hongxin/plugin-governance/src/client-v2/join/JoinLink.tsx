import { HostTools, HouseTheme } from '@hongxin/plugin-foundation/client-v2';
import React from 'react';
import { useLocation } from 'react-router-dom';
import { texts } from '../texts';
import { ApplyLink } from './ApplyLink';

/** On the sign-in page: the way to an account for those without one. */
export function joinLink(address: string): React.FC<{ children?: React.ReactNode }> {
  return function JoinLink({ children }) {
    const { pathname } = useLocation();
    return (
      <>
        {children}
        {/\/signin\/?$/.test(pathname) && (
          <div style={{ position: 'fixed', insetInline: 0, bottom: 56, textAlign: 'center', zIndex: 10 }}>
            <HostTools texts={texts}>
              <HouseTheme>
                <ApplyLink address={address} />
              </HouseTheme>
            </HostTools>
          </div>
        )}
      </>
    );
  };
}
