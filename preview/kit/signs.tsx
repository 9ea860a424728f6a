import type * as H from '@hubspot/ui-extensions';
import { toExtensionEvent } from './buttons.tsx';
import { useOpenAddress } from './desk.ts';

export function Alert({ title, variant = 'info', children, testId }: H.AlertProps) {
  return (
    <section role="alert" className={`hs-alert hs-${variant}`} data-testid={testId}>
      <h4>{title}</h4>
      {children}
    </section>
  );
}

export function ProgressBar({
  title,
  value = 0,
  maxValue = 100,
  valueDescription,
  ...rest
}: H.ProgressBarProps) {
  const { showPercentage, variant = 'success', testId } = rest;
  const share = maxValue > 0 ? Math.round((value / maxValue) * 100) : 0;
  return (
    <div className={`hs-progress hs-${variant}`} data-testid={testId}>
      <p>
        <span>{title}</span>
        {showPercentage && <span>{`${share}%`}</span>}
      </p>
      <div
        role="progressbar"
        aria-label={rest['aria-label'] ?? title}
        aria-valuenow={value}
        aria-valuemax={maxValue}
      >
        <i style={{ width: `${share}%` }} />
      </div>
      {valueDescription && <small>{valueDescription}</small>}
    </div>
  );
}

export function Image({ src, alt, width, height, href, testId }: H.ImageProps) {
  const openAddress = useOpenAddress();
  const picture = (
    <img src={src} alt={alt ?? ''} width={width} height={height} className="hs-image" />
  );
  if (href === undefined) return picture;
  return (
    <button
      type="button"
      className="hs-image-link"
      data-testid={testId}
      onClick={() => openAddress(href)}
    >
      {picture}
    </button>
  );
}

export function Link({ href, children, onClick, testId }: H.LinkProps) {
  const openAddress = useOpenAddress();
  const url = typeof href === 'string' ? href : href.url;
  return (
    <a
      className="hs-link"
      href={url}
      data-testid={testId}
      onClick={(event) => {
        event.preventDefault();
        void onClick?.(toExtensionEvent(), NO_REACTIONS);
        openAddress(href);
      }}
    >
      {children}
    </a>
  );
}

const NO_REACTIONS = {
  openPanel: () => undefined,
  closePanel: () => undefined,
  openModal: () => undefined,
  closeModal: () => undefined,
};
