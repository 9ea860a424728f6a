import type * as H from '@hubspot/ui-extensions';
import type { CSSProperties } from 'react';

const GAPS: Readonly<Record<string, number>> = {
  flush: 0,
  'extra-small': 4,
  xs: 4,
  small: 8,
  sm: 8,
  medium: 16,
  md: 16,
  large: 24,
  lg: 24,
  'extra-large': 40,
  xl: 40,
};

const ALIGN: Readonly<Record<string, CSSProperties['alignItems']>> = {
  start: 'flex-start',
  end: 'flex-end',
};

const JUSTIFY: Readonly<Record<string, CSSProperties['justifyContent']>> = {
  start: 'flex-start',
  end: 'flex-end',
  between: 'space-between',
  around: 'space-around',
};

export function Flex({ children, ...props }: H.FlexProps) {
  return (
    <div className="hs-flex" style={toStyle(props)}>
      {children}
    </div>
  );
}

function toStyle({ direction, gap, align, justify, wrap }: H.FlexProps): CSSProperties {
  return {
    flexDirection: direction,
    gap: GAPS[gap ?? 'flush'],
    alignItems: align && (ALIGN[align] ?? align),
    justifyContent: justify && (JUSTIFY[justify] ?? justify),
    flexWrap: wrap && wrap !== 'nowrap' ? 'wrap' : 'nowrap',
  };
}

export function Box({ flex, children }: H.BoxProps) {
  return <div style={{ flex, minWidth: 0 }}>{children}</div>;
}

export function Divider(_props: H.DividerProps) {
  return <hr className="hs-divider" />;
}

export function Tile({ compact, children, testId }: H.TileProps) {
  return (
    <div className={compact ? 'hs-tile hs-compact' : 'hs-tile'} data-testid={testId}>
      {children}
    </div>
  );
}
