import drawnPlace from './place-the-card.svg';

/** HubSpot's builder warns of a picture that is not imported from beside the entry, so all imports of pictures are here. */
export const PLACE_THE_CARD = drawnPlace;
