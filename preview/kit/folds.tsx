import type * as H from '@hubspot/ui-extensions';
import {
  Children,
  isValidElement,
  useId,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';

export function Accordion({ title, defaultOpen, open, children, testId }: H.AccordionProps) {
  const [opened, setOpened] = useState(defaultOpen === true);
  const body = useId();
  const shown = open ?? opened;
  return (
    <section className="hs-accordion" data-testid={testId}>
      <button
        type="button"
        className="hs-accordion-title"
        aria-expanded={shown}
        aria-controls={body}
        onClick={() => setOpened(!shown)}
      >
        <span aria-hidden="true" className="hs-chevron" />
        {title}
      </button>
      {shown && (
        <div id={body} className="hs-accordion-body">
          {children}
        </div>
      )}
    </section>
  );
}

type TabView = { readonly id: string; readonly title: string; readonly body: ReactNode };

export function Tabs({ defaultSelected, children }: H.TabsProps) {
  const tabs = readTabs(children);
  const [chosen, setChosen] = useState(String(defaultSelected ?? tabs[0]?.id));
  const prefix = useId();
  return (
    <div>
      <TabList tabs={tabs} chosen={chosen} prefix={prefix} onChoose={setChosen} />
      <div
        role="tabpanel"
        id={`${prefix}panel`}
        aria-labelledby={`${prefix}${chosen}`}
        className="hs-tab-body"
      >
        {tabs.find((tab) => tab.id === chosen)?.body}
      </div>
    </div>
  );
}

type TabListProps = {
  readonly tabs: readonly TabView[];
  readonly chosen: string;
  readonly prefix: string;
  readonly onChoose: (id: string) => void;
};

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** One tab stop, arrows move between tabs, as the WAI-ARIA tabs pattern asks. */
function TabList({ tabs, chosen, prefix, onChoose }: TabListProps) {
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key];
    const place = tabs.findIndex((tab) => tab.id === chosen);
    const next = step && tabs[(place + step + tabs.length) % tabs.length];
    if (!next) return;
    onChoose(next.id);
    document.getElementById(`${prefix}${next.id}`)?.focus();
  };
  return (
    <div role="tablist" className="hs-tablist" onKeyDown={move}>
      {tabs.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`${prefix}${id}`}
          aria-selected={id === chosen}
          aria-controls={`${prefix}panel`}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}

export function Tab({ children }: H.TabProps) {
  return <>{children}</>;
}

/** Children arrive as the renderer's wrappers around remote tabs; their properties are on the remote component. */
function readTabs(children: ReactNode): readonly TabView[] {
  return Children.toArray(children).flatMap((child) => {
    if (!isValidElement<{ component?: { props?: H.TabProps } }>(child)) return [];
    const props = child.props.component?.props;
    return [{ id: String(props?.tabId), title: props?.title ?? '', body: child }];
  });
}
