import { isDeepStrictEqual } from 'node:util';
import { openDatabase } from '../../server/store/database/open-database.ts';
