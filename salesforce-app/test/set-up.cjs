const { setup } = require('@sa11y/jest');

setup();

/** A part given to a component that does not take it is told as a warning only; here it fails the test. */
beforeEach(() => {
  jest.spyOn(console, 'warn').mockImplementation((message) => {
    throw new Error(String(message));
  });
});

afterEach(() => {
  while (document.body.firstChild) document.body.firstChild.remove();
  jest.restoreAllMocks();
});
