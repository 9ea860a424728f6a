import { ENGLISH_WORDS } from '../english/english.ts';
import { openLanguage, type Language } from './language.ts';

export const ENGLISH: Language = openLanguage(ENGLISH_WORDS);

/** The languages in which the reader's figures were measured; in any other it claims nothing. */
export const READ_LANGUAGES: readonly Language[] = [ENGLISH];
