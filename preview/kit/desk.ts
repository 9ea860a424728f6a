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
