/** The same rules as the card's: they stand there once. */
export { default } from '../cards/eslint.config.js';
