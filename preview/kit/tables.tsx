import type * as H from '@hubspot/ui-extensions';
import type { PropsWithChildren } from 'react';

export function Table({ children }: H.TableProps) {
  return <table className="hs-table">{children}</table>;
}

export function TableHead({ children }: PropsWithChildren) {
  return <thead>{children}</thead>;
}

export function TableBody({ children }: PropsWithChildren) {
  return <tbody>{children}</tbody>;
}

export function TableRow({ children }: PropsWithChildren) {
  return <tr>{children}</tr>;
}

export function TableHeader({ children }: H.TableHeaderProps) {
  return <th scope="col">{children}</th>;
}

export function TableCell({ children }: H.TableCellProps) {
  return <td>{children}</td>;
}
