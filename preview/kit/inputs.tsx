import type * as H from '@hubspot/ui-extensions';
import { useId } from 'react';

export function Toggle({ label, checked, name, onChange, testId }: H.ToggleProps) {
  const id = useId();
  return (
    <label className="hs-toggle" htmlFor={id}>
      <input
        id={id}
        type="checkbox"
        role="switch"
        name={name}
        checked={checked}
        data-testid={testId ?? name}
        onChange={(event) => void onChange?.(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

export function Select({ label, name, description, value, options, onChange }: H.SelectProps) {
  const id = useId();
  return (
    <div className="hs-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        name={name}
        value={String(value)}
        onChange={(event) => {
          const chosen = options.find((each) => String(each.value) === event.target.value);
          if (chosen !== undefined) onChange?.(chosen.value);
        }}
      >
        {options.map((each) => (
          <option key={String(each.value)} value={String(each.value)}>
            {each.label}
          </option>
        ))}
      </select>
      {description && <small>{description}</small>}
    </div>
  );
}

export function NumberInput({
  label,
  name,
  description,
  value,
  min,
  max,
  onChange,
}: H.NumberInputProps) {
  const id = useId();
  return (
    <div className="hs-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="number"
        value={value}
        min={min}
        max={max}
        onChange={(event) => void onChange?.(Number(event.target.value))}
      />
      {description && <small>{description}</small>}
    </div>
  );
}
