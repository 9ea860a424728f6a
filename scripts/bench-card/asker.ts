import { askCards, AskWish } from './ask-cards.ts';

/** HubSpot's side in a process of its own, so that its work does not count as the server's. Ends when we do. */
process.on('message', (message) => {
  void askCards(AskWish.parse(message)).then(
    (asked) => process.send?.(asked),
    (error: unknown) => {
      console.error(`The cards could not be asked for. ${String(error)}`);
      process.exit(1);
    },
  );
});
process.once('disconnect', () => process.exit(0));
