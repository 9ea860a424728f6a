// The window's answers must be there before the components ask for them.
import './wires.js';
import '@lwc/synthetic-shadow';
import { createElement } from 'lwc';
import AttuneCard from 'c/attuneCard';

/**
 * window.attuneLightning.show(host, { recordId, objectApiName }) puts the card into an element; it returns a function that
 * takes it away. The page must have set window.attuneOrg before (lightning-org.ts).
 */
window.attuneLightning = {
  show(host, { recordId, objectApiName }) {
    const card = createElement('c-attune-card', { is: AttuneCard });
    card.recordId = recordId;
    card.objectApiName = objectApiName;
    const tell = (event) => window.attuneOrg.tell(event.detail);
    card.addEventListener('lightning__showtoast', tell);
    host.append(card);
    return () => card.remove();
  },
};
