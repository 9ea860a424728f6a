export function ReadThisCard() {
  return (
    <article>
      <h2>Read this card, then open Why</h2>
      <p>
        It stands in the sidebar. Each claim carries the buyer’s exact words and where they stand.{' '}
        <em>Why</em>, at its foot, tells which rules held.
      </p>
    </article>
  );
}
