import type * as H from '@hubspot/ui-extensions';
import { createContext, useContext } from 'react';

/** What the look-alike tells the page: what HubSpot would do on a press. */
export type Desk = { readonly announce: (message: Announcement) => void };

export type Announcement = {
  readonly tone: 'info' | 'success' | 'warning' | 'danger';
  readonly title: string;
  /** Lines as HubSpot's form would be filled. */
  readonly lines: readonly string[];
};

export const DeskContext = createContext<Desk>({ announce: () => undefined });

export function useDesk(): Desk {
  return useContext(DeskContext);
}

/** Nothing is opened: the page says where HubSpot would lead. */
export function useOpenAddress(): (href: H.LinkProps['href']) => void {
  const { announce } = useDesk();
  return (href) =>
    announce({
      tone: 'info',
      title: 'HubSpot would open:',
      lines: [typeof href === 'string' ? href : href.url],
    });
}
