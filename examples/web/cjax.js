// cjax.js -- the functions of a WebAssembly library (cjaxc --target=wasm32-wasi --emit=shared), for
// browsers and Node.
//
//   const model = await load("model.wasm");     // model.json is beside it
//   const { y } = model.predict({ x: new Float32Array(32), scale: 2 });
//
// Arguments and results have the names of the manifest. Arrays are typed arrays, row by row; of rank
// 0 they are numbers (int64: BigInt); complex ones have two numbers an element, float16 and bfloat16
// are their bits. A failed check is an Error with its text.

const ARRAYS = {
  bool: Uint8Array, int8: Int8Array, uint8: Uint8Array, int16: Int16Array, uint16: Uint16Array,
  int32: Int32Array, uint32: Uint32Array, int64: BigInt64Array, uint64: BigUint64Array,
  float16: Uint16Array, bfloat16: Uint16Array, float32: Float32Array, float64: Float64Array,
  complex64: Float32Array, complex128: Float64Array,
};
const ALIGN = 64, POINTER = 4, PAGE = 65536, MESSAGE = 1024;
const CALL = 6 * POINTER; // a cjax_call: its last two fields are the message and its size

const aligned = (at, to) => Math.ceil(at / to) * to;

// Where the fields of a C struct at `start` are; those of rank above 0 are pointers.
function layout(values, start) {
  let at = start;
  const fields = values.map(({ name, dtype, shape }) => {
    const type = ARRAYS[dtype], each = dtype.startsWith("complex") ? 2 : 1;
    const n = shape.reduce((a, b) => a * b, each);
    const size = shape.length ? POINTER : type.BYTES_PER_ELEMENT;
    const place = aligned(at, size);
    at = place + size * (shape.length ? 1 : each);
    return { name, type, n, place, data: shape.length ? 0 : place, scalar: !shape.length && each === 1 };
  });
  return { fields, end: aligned(at, ALIGN) };
}

// Places for everything that a call needs, from `start` on; they stay the same for all calls.
function plan(entry, start) {
  const args = layout(entry.arguments, start), results = layout(entry.results, args.end);
  let at = results.end;
  for (const f of [...args.fields, ...results.fields]) {
    if (f.data) continue;
    f.data = at;
    at = aligned(at + f.n * f.type.BYTES_PER_ELEMENT, ALIGN);
  }
  const call = at, message = call + ALIGN, workspace = message + MESSAGE;
  return { args, results, call, message, workspace, end: workspace + entry.workspace, start };
}

function set(memory, f, value) {
  const to = new f.type(memory.buffer, f.data, f.n);
  if (value === undefined) throw new TypeError(`${f.name} is missing`);
  if (f.scalar) to[0] = value;
  else if (value.length !== f.n) throw new TypeError(`${f.name} has ${value.length} elements, not ${f.n}`);
  else to.set(value);
}

function get(memory, f) {
  const from = new f.type(memory.buffer, f.data, f.n);
  return f.scalar ? from[0] : from.slice();
}

function messageAt(memory, at) {
  const bytes = new Uint8Array(memory.buffer, at, MESSAGE);
  return new TextDecoder().decode(bytes.slice(0, bytes.indexOf(0)));
}

function functionOf(exports, entry) {
  const { memory, __stack_pointer: stack } = exports;
  const p = plan(entry, aligned(exports.__heap_base.value, ALIGN));
  const missing = p.end - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  return (values = {}) => {
    const words = new Uint32Array(memory.buffer), top = stack.value;
    for (const f of [...p.args.fields, ...p.results.fields]) if (f.data !== f.place) words[f.place / 4] = f.data;
    for (const f of p.args.fields) set(memory, f, values[f.name]);
    words.set([0, 0, 0, 0, p.message, MESSAGE], p.call / 4);
    words[p.message / 4] = 0;
    let status;
    try {
      status = exports[entry.symbol](p.args.fields.length ? p.start : 0, p.results.fields[0]?.place ?? 0, p.workspace, entry.workspace, p.call);
    } catch (e) {
      stack.value = top; // a trap left it where it was
      throw new Error(messageAt(memory, p.message) || e.message);
    }
    if (status) throw new Error(messageAt(memory, p.message) || `status ${status}`);
    return Object.fromEntries(p.results.fields.map((f) => [f.name, get(memory, f)]));
  };
}

// The functions of a module, of its bytes and its manifest.
export async function instantiate(bytes, manifest) {
  const { instance } = await WebAssembly.instantiate(bytes, {});
  const abi = instance.exports[manifest.prefix + "library_abi"]();
  if (BigInt.asUintN(64, abi) !== BigInt("0x" + manifest.abi)) throw new Error("the manifest is not that of the module");
  return Object.fromEntries(manifest.entries.map((e) => [e.name, functionOf(instance.exports, e)]));
}

export async function load(url) {
  const [bytes, manifest] = await Promise.all([
    fetch(url).then((r) => r.arrayBuffer()),
    fetch(url.replace(/\.wasm$/, ".json")).then((r) => r.json()),
  ]);
  return instantiate(bytes, manifest);
}
