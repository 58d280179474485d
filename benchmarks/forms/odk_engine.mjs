// ODK's own engine (@getodk/xforms-engine) under Node, asked over standard input: one JSON object
// a line in, one out. It is made for browsers; jsdom lends it a document.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import readline from 'node:readline';
import { JSDOM } from 'jsdom';

const require = createRequire(import.meta.url);
const clock = performance;
const NOW = Number(process.env.FORM_NOW);

lendBrowser();
stopClock();
const engine = await import('@getodk/xforms-engine');

function lendBrowser() {
  const { window } = new JSDOM('<html></html>');
  const borrowed = [
    'DOMParser', 'XMLSerializer', 'Element', 'Node', 'Document', 'XMLDocument', 'Text', 'Attr',
    'Comment', 'CDATASection', 'ProcessingInstruction', 'DocumentFragment', 'HTMLElement',
    'XPathResult', 'NodeFilter', 'NamedNodeMap',
  ];
  for (const name of borrowed) globalThis[name] = window[name];
  globalThis.document = window.document;
  globalThis.window = window;
  // Its bundled parser looks for Node's loader, and must believe that this is a browser.
  globalThis.require = require;
  globalThis.__dirname = path.dirname(require.resolve('@getodk/xforms-engine'));
  Object.defineProperty(process.versions, 'node', { value: undefined, configurable: true });
}

function stopClock() {
  const Running = Date;
  globalThis.Date = class extends Running {
    constructor(...given) {
      super(...(given.length ? given : [NOW]));
    }
    static now() {
      return NOW;
    }
  };
}

function found(folder, name) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const here = path.join(folder, entry.name);
    const hit = entry.isDirectory() ? found(here, name) : entry.name === name && here;
    if (hit) return hit;
  }
  return null;
}

const KINDS = { '.csv': 'text/csv', '.geojson': 'application/geo+json', '.xml': 'text/xml' };

function attachments(folder) {
  return async (url) => {
    const name = String(url).split('/').pop();
    const file = folder && found(folder, name);
    if (!file) {
      return {
        ok: false, status: 404, body: null, bodyUsed: false, headers: new Headers(),
        blob: async () => new Blob([]), text: async () => '',
      };
    }
    const headers = { 'content-type': KINDS[path.extname(name)] ?? 'application/octet-stream' };
    return new Response(fs.readFileSync(file), { status: 200, headers });
  };
}

let root = null;
let nodes = new Map();

async function open({ xml, media }) {
  const source = fs.readFileSync(xml, 'utf8');
  const start = clock.now();
  const opened = await engine.createInstance(source, {
    form: { fetchFormAttachment: attachments(media), missingResourceBehavior: 'BLANK' },
    instance: { stateFactory: (state) => state },
  });
  const seconds = (clock.now() - start) / 1000;
  root = opened.root;
  nodes = new Map();
  return { seconds };
}

function* everything(node) {
  for (const child of node.currentState.children ?? []) {
    yield child;
    yield* everything(child);
  }
}

function find(reference) {
  const known = nodes.get(reference);
  if (known && known.currentState.reference === reference) return known;
  for (const node of everything(root)) {
    nodes.set(node.currentState.reference, node);
    if (node.currentState.reference === reference) return node;
  }
  return null;
}

function make(reference) {
  let here = '';
  for (const step of reference.split('/').slice(1)) {
    here += `/${step}`;
    const place = /^(.*)\[(\d+)\]$/.exec(here);
    if (place && !find(here)) find(place[1])?.addInstances?.();
  }
  return find(reference);
}

function put(node, value) {
  const blank = value === '' || value === null;
  switch (node.nodeType) {
    case 'select':
      return node.selectValues(Array.isArray(value) ? value : blank ? [] : [String(value)]);
    case 'rank':
      return node.setValues(blank ? [] : value);
    case 'trigger':
      return node.setValue(value === 'OK');
    case 'range':
    case 'input':
      if (blank) return node.setValue(node.valueType === 'string' ? '' : null);
      if (node.valueType === 'int') return node.setValue(BigInt(value));
      if (node.valueType === 'decimal') return node.setValue(Number(value));
      return node.setValue(String(value));
    default:
      throw new Error(`takes no answer: ${node.nodeType}`);
  }
}

function answer({ path: reference, value }) {
  const node = find(reference) ?? make(reference);
  if (!node) return { problem: 'unknown' };
  if (!node.currentState.relevant) return { problem: 'irrelevant' };
  if (node.currentState.readonly) return { problem: 'read-only' };
  try {
    put(node, value);
  } catch (error) {
    return { problem: error.message };
  }
  return {};
}

function read() {
  const state = {
    values: {}, relevant: {}, required: {}, readonly: {}, invalid: [], choices: {}, labels: {},
  };
  for (const node of everything(root)) {
    const shown = node.currentState;
    const name = shown.reference;
    state.relevant[name] = shown.relevant;
    state.required[name] = shown.required;
    state.readonly[name] = shown.readonly;
    if (shown.label) state.labels[name] = shown.label.asString;
    if (!shown.children && shown.instanceValue !== undefined) {
      state.values[name] = shown.instanceValue;
    }
    if (Array.isArray(shown.valueOptions)) {
      state.choices[name] = shown.valueOptions.map((option) => String(option.value));
    }
    if (node.validationState?.violation) state.invalid.push(name);
  }
  return state;
}

// Answers one after the other, timed here so that talking to us costs nothing.
function timed({ answers, reading }) {
  const milliseconds = [];
  for (const [reference, value] of answers) {
    find(reference);
    const start = clock.now();
    const { problem } = answer({ path: reference, value });
    if (reading) read();
    if (problem === undefined) milliseconds.push(clock.now() - start);
  }
  return { milliseconds };
}

const memory = () => ({
  resident: process.memoryUsage.rss(),
  peak: process.resourceUsage().maxRSS * 1024,
});
const commands = { open, answer, read, timed, memory };

for await (const line of readline.createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  let told;
  try {
    told = await commands[asked.do](asked);
  } catch (error) {
    told = { problem: String(error.message).split('\n')[0] };
  }
  process.stdout.write(
    `${JSON.stringify(told, (_key, value) => (typeof value === 'bigint' ? String(value) : value))}\n`,
  );
}
