import type * as H from '@hubspot/ui-extensions';

export function LoadingSpinner({ label, showLabel }: H.LoadingSpinnerProps) {
  return (
    <div role="status" className="hs-loading" aria-label={label}>
      <span aria-hidden="true" className="hs-spinner" />
      {showLabel && <span className="hs-text hs-microcopy">{label}</span>}
    </div>
  );
}

export function EmptyState({ title, children, testId }: H.EmptyStateProps) {
  return (
    <div className="hs-state" data-testid={testId ?? 'empty-state'}>
      <h3 className="hs-heading">{title}</h3>
      {children}
    </div>
  );
}

export function ErrorState({ title, children, testId }: H.ErrorStateProps) {
  return (
    <div role="alert" className="hs-state" data-testid={testId ?? 'error-state'}>
      <h3 className="hs-heading">{title}</h3>
      {children}
    </div>
  );
}

export function StepIndicator({ stepNames, currentStep = 0 }: H.StepIndicatorProps) {
  return (
    <ol className="hs-steps" aria-label="Stages">
      {stepNames.map((name, place) => (
        <li
          key={name}
          className={place <= currentStep ? 'hs-reached' : ''}
          aria-current={place === currentStep ? 'step' : undefined}
        >
          <i aria-hidden="true" />
          <span>{name}</span>
        </li>
      ))}
    </ol>
  );
}
