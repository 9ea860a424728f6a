import type * as H from '@hubspot/ui-extensions';
import { Children, type CSSProperties } from 'react';

const WEIGHTS = { regular: 400, demibold: 600, bold: 700 } as const;

export function Text({ variant = 'bodytext', inline, format, children, testId }: H.TextProps) {
  const Element = inline ? 'span' : 'p';
  const style: CSSProperties = {
    fontWeight: format?.fontWeight && WEIGHTS[format.fontWeight],
    fontStyle: format?.italic ? 'italic' : undefined,
  };
  return (
    <Element className={`hs-text hs-${variant}`} style={style} data-testid={testId}>
      {children}
    </Element>
  );
}

export function Heading({ children, testId }: H.HeadingProps) {
  return (
    <h3 className="hs-heading" data-testid={testId}>
      {children}
    </h3>
  );
}

export function Tag({ variant = 'default', children, testId }: H.TagProps) {
  return (
    <span className={`hs-tag hs-${variant}`} data-testid={testId}>
      {children}
    </span>
  );
}

export function StatusTag({ variant = 'default', children, testId }: H.StatusTagProps) {
  return (
    <span className={`hs-status hs-${variant}`} data-testid={testId}>
      <i aria-hidden="true" />
      {children}
    </span>
  );
}

export function List({ children }: H.ListProps) {
  return (
    <ul className="hs-list">
      {Children.map(children, (child) => (
        <li>{child}</li>
      ))}
    </ul>
  );
}
