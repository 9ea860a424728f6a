import { shown } from '../shown';
import vectors from './data/shown-vectors.json';

describe('showing a slice', () => {
  it.each(vectors)('shows $slice as the server does', ({ slice, shown: expected }) => {
    expect(shown(slice)).toBe(expected);
  });
});
