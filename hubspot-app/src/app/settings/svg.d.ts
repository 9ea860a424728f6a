/** HubSpot's builder puts an imported picture into the bundle as a data address. */
declare module '*.svg' {
  const address: string;
  export default address;
}
