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
          <div style={{ position: 'fixed', insetInline: 0, bottom: 12, textAlign: 'center', zIndex: 10 }}>
            <a href={address}>{text()}</a>
          </div>
        )}
      </>
    );
  };
}
