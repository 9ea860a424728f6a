/** What a part asks of the card it stands in, however deep: attuneanswer, attunechoose, attuneopen, attunesilence, attunestep, attunetell. */
export function raise(component, name, detail) {
  component.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
