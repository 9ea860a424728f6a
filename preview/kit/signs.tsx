import type * as H from '@hubspot/ui-extensions';
import { toExtensionEvent } from './buttons.tsx';
import { useDesk } from './desk.ts';

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

/** Nothing is opened: the page says where HubSpot would lead. */
export function Link({ href, children, onClick, testId }: H.LinkProps) {
  const desk = useDesk();
  const url = typeof href === 'string' ? href : href.url;
  return (
    <a
      className="hs-link"
      href={url}
      data-testid={testId}
      onClick={(event) => {
        event.preventDefault();
        void onClick?.(toExtensionEvent(), NO_REACTIONS);
        desk.announce({ tone: 'info', title: 'HubSpot would open:', lines: [url] });
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
