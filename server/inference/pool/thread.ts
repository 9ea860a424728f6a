import { readActivity } from '../read-activity.ts';
import { serveReadings } from './serve-readings.ts';

/** What each of the pool's threads runs. */
serveReadings(readActivity);
