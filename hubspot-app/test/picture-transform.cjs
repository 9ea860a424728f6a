/** As HubSpot's builder does it: the picture becomes a data address in the code. */
module.exports = {
  process(text) {
    const address = `data:image/svg+xml,${encodeURIComponent(text)}`;
    return {
      code: `module.exports = { __esModule: true, default: ${JSON.stringify(address)} };`,
    };
  },
};
