import { useEffect, useRef, useState } from 'react';
import type { OrgSubject, OrgView } from './org-client.ts';

type Props = { readonly org: OrgView; readonly subject: OrgSubject };

const FIRST_HEIGHT_PX = 480;

/** The real component in a frame of its own, as high as what it holds. */
export function LightningCard({ org, subject }: Props) {
  if (org.cardPage !== 'ready') return <NotYet cardPage={org.cardPage} />;
  return <Frame key={subject.recordId} subject={subject} />;
}

function Frame({ subject }: Pick<Props, 'subject'>) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(FIRST_HEIGHT_PX);
  const [isLoaded, setLoaded] = useState(false);
  useEffect(() => {
    const body = isLoaded ? frame.current?.contentDocument?.body : undefined;
    if (!body) return undefined;
    const observer = new ResizeObserver(() => setHeight(Math.ceil(body.scrollHeight)));
    observer.observe(body);
    return () => observer.disconnect();
  }, [isLoaded]);
  const asked = new URLSearchParams({
    ...{ look: 'slds-2', record: subject.recordId, object: subject.objectApiName },
  });
  return (
    <iframe
      ref={frame}
      className="lightning-frame"
      data-testid="lightning-card"
      title={`Attune’s card in Salesforce: ${subject.title}`}
      src={`lightning/frame.html?${asked.toString()}`}
      style={{ height }}
      onLoad={() => setLoaded(true)}
    />
  );
}

function NotYet({ cardPage }: Pick<OrgView, 'cardPage'>) {
  return (
    <p className="lightning-waiting" role="status">
      {cardPage === 'building'
        ? 'The Lightning card is being built. This takes about half a minute, once.'
        : 'The Lightning card could not be built here. What npm start wrote in its window says why.'}
    </p>
  );
}
