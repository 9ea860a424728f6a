const adapters = new Set();

/** A wire adapter as the LWC runtime asks for it: tells `{ data, error }` whenever its record changes. */
class Read {
  constructor(tell) {
    this.tell = tell;
    this.recordId = undefined;
  }

  connect() {
    adapters.add(this);
  }

  disconnect() {
    adapters.delete(this);
  }

  update({ recordId }) {
    if (recordId === undefined || recordId === this.recordId) return;
    this.recordId = recordId;
    this.tell({ data: undefined, error: undefined });
    void this.read();
  }

  /** As the real one: what is shown stays until the new is there. */
  async read() {
    try {
      this.tell({ data: await window.attuneOrg.read(this.recordId), error: undefined });
    } catch (error) {
      this.tell({ data: undefined, error: { body: { message: String(error.message) } } });
    }
  }
}

window.attuneWires = {
  Read,
  async refresh() {
    await Promise.all([...adapters].map((adapter) => adapter.read()));
  },
};
