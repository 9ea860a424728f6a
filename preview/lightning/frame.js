/**
 * The card alone in a frame, so that Salesforce's styles reach nothing else:
 * frame.html?look=slds-1|slds-2&record=<id>&object=<API name>. The hosting page answers in the org's place.
 */
const asked = new URLSearchParams(location.search);
const look = document.getElementById('look');
const isStyled = new Promise((resolve) => look.addEventListener('load', resolve, { once: true }));
look.href = asked.get('look') === 'slds-1' ? 'slds-1.css' : 'slds-2.css';
window.attuneOrg ??= window.parent.attuneOrg;
await Promise.all([isStyled, load('lightning.js')]);
window.attuneLightning.show(document.getElementById('host'), {
  recordId: asked.get('record'),
  objectApiName: asked.get('object'),
});

function load(src) {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), { src });
    script.addEventListener('load', resolve);
    script.addEventListener('error', reject);
    document.head.append(script);
  });
}
