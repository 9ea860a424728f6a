/** Shows each designed reading in the frame; what the card asks of the org is told below the switches. */
const find = (id) => document.getElementById(id);
const states = await (await fetch('designed.json')).json();
let state = new URLSearchParams(location.search).get('state') ?? states[0].state;

window.attuneOrg = {
  async read() {
    if (state === 'loading') return new Promise(() => undefined);
    const answer = await fetch(`designed/${state}.json`);
    if (!answer.ok) throw new Error('No answer.');
    return answer.json();
  },
  async createRecord(input) {
    tell(`Created: ${JSON.stringify(input)}`);
    return { id: 'a00000000000001AAA' };
  },
  async updateRecord(input) {
    tell(`Updated: ${JSON.stringify(input)}`);
  },
  open: (recordId) => tell(`Opened: ${recordId}`),
  tell: ({ title, message = '' }) => tell(`${title} ${message}`),
};

function tell(text) {
  find('told').textContent = text;
}

function show() {
  const { record } = states.find((each) => each.state === state);
  const asked = { look: find('look').value, record: record.recordId, object: record.objectApiName };
  find('card').src = `frame.html?${new URLSearchParams(asked)}`;
}

find('state').append(
  ...states.map((each) => new Option(each.state, each.state, false, each.state === state)),
);
find('state').addEventListener('change', ({ target }) => {
  state = target.value;
  show();
});
find('look').addEventListener('change', show);
show();
