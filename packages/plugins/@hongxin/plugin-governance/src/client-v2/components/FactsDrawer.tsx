import { Drawer } from 'antd';
import React from 'react';
import { OrganizationFacts } from './OrganizationFacts';

export interface Chosen {
  id: string;
  name: string;
}

/** The facts of the organisation chosen in a tree or list; full width on a phone. */
export function FactsDrawer({ chosen, onClose }: { chosen: Chosen | null; onClose: () => void }): React.ReactElement {
  return (
    <Drawer title={chosen?.name} open={chosen !== null} onClose={onClose} width="min(520px, 100vw)" destroyOnClose>
      {chosen && <OrganizationFacts organizationId={chosen.id} />}
    </Drawer>
  );
}
