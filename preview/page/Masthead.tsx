export function Masthead() {
  return (
    <header className="masthead">
      <p className="wordmark">Attune</p>
      <p className="promise">
        The buyer’s point of view next to every deal: what is on their mind, in their own words, and
        the kindest useful next step.
      </p>
      <p className="preview-note">
        Preview: our look-alikes of HubSpot and Salesforce, with invented companies’ deals
      </p>
    </header>
  );
}
