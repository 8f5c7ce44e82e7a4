// cjax.js -- the functions of a WebAssembly library (cjaxc --target=wasm32-wasi --emit=shared), for
// browsers and Node.
//
//   const model = await load("model.wasm");     // model.json is beside it
//   const { y } = model.predict({ x: new Float32Array(32), scale: 2 });
//
// Arguments and results have the names of the manifest. Arrays are typed arrays, row by row; of rank
// 0 they are numbers (int64: BigInt); complex ones have two numbers an element, float16 and bfloat16
// are their bits. Of a function of several sizes (rows=1|8|32) arrays have as many rows as the
// caller gives. A failed check is an Error with its text. What the functions print goes to the
// console, or to the function `print(text, stream)` of load("model.wasm", { print }).

const ARRAYS = {
  bool: Uint8Array, int8: Int8Array, uint8: Uint8Array, int16: Int16Array, uint16: Uint16Array,
  int32: Int32Array, uint32: Uint32Array, int64: BigInt64Array, uint64: BigUint64Array,
  float16: Uint16Array, bfloat16: Uint16Array, float32: Float32Array, float64: Float64Array,
  complex64: Float32Array, complex128: Float64Array,
};
const ALIGN = 64, POINTER = 4, PAGE = 65536, MESSAGE = 1024;
// A module that imports a function of four i32 and exports it, so that it can be in a table.
const FUNCTION = [
  0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0, // the magic number, the version
  1, 8, 1, 0x60, 4, 0x7f, 0x7f, 0x7f, 0x7f, 0, // types: (i32, i32, i32, i32) -> ()
  2, 7, 1, 1, 0x66, 1, 0x66, 0, 0, // imports: f of f
  7, 5, 1, 1, 0x66, 0, 0, // exports: f
];

const aligned = (at, to) => Math.ceil(at / to) * to;

// Where the fields of a C struct from `start` on are; those of rank above 0 are pointers. most: rows
// that an array can have whose first size is null.
function layout(values, start, most) {
  let at = start;
  const fields = values.map(({ name, dtype, shape }) => {
    const type = ARRAYS[dtype], each = dtype.startsWith("complex") ? 2 : 1;
    const n = shape.reduce((a, b) => a * (b ?? most), each), row = shape[0] === null ? n / most : 0;
    const size = shape.length ? POINTER : type.BYTES_PER_ELEMENT;
    const place = aligned(at, size);
    at = place + size * (shape.length ? 1 : each);
    return { name, type, n, row, place, data: shape.length ? 0 : place, scalar: !shape.length && each === 1 };
  });
  return { fields, end: aligned(at, ALIGN) };
}

// Places for everything that a call needs, from `start` on; they stay the same for all calls.
function plan(entry, start) {
  const most = entry.rows?.at(-1), head = most ? 8 : 0; // an int64_t of rows comes first
  const args = layout(entry.arguments, start + head, most), results = layout(entry.results, args.end, most);
  let at = results.end;
  for (const f of [...args.fields, ...results.fields]) {
    if (f.data) continue;
    f.data = at;
    at = aligned(at + f.n * f.type.BYTES_PER_ELEMENT, ALIGN);
  }
  const call = at, message = call + ALIGN, workspace = message + MESSAGE;
  return { args, results, call, message, workspace, end: workspace + entry.workspace, start };
}

function set(memory, f, value, rows) {
  const to = new f.type(memory.buffer, f.data, f.n), n = f.row ? f.row * rows : f.n;
  if (f.scalar) to[0] = value;
  else if (value.length !== n) throw new TypeError(`${f.name} has ${value.length} elements, not ${n}`);
  else to.set(value);
}

function get(memory, f, rows) {
  const from = new f.type(memory.buffer, f.data, f.row ? f.row * rows : f.n);
  return f.scalar ? from[0] : from.slice();
}

function messageAt(memory, at) {
  const bytes = new Uint8Array(memory.buffer, at, MESSAGE);
  return new TextDecoder().decode(bytes.slice(0, bytes.indexOf(0)));
}

// Whole lines to the console.
function consolePrinter() {
  const begun = ["", "", ""];
  return (text, stream) => {
    const lines = (begun[stream] + text).split("\n");
    begun[stream] = lines.pop();
    for (const line of lines) (stream === 2 ? console.error : console.log)(line);
  };
}

// The place in the module's table of a C function that gives what is printed to `print`.
async function printerAt({ memory, __indirect_function_table: table }, print) {
  const decoders = [0, 1, 2].map(() => new TextDecoder()); // a character may come in two parts
  const take = (sink, stream, at, size) =>
    print(decoders[stream].decode(new Uint8Array(memory.buffer, at, size), { stream: true }), stream);
  const { instance } = await WebAssembly.instantiate(new Uint8Array(FUNCTION), { f: { f: take } });
  const place = table.grow(1);
  table.set(place, instance.exports.f);
  return place;
}

function functionOf(exports, entry, printer) {
  const { memory, __stack_pointer: stack } = exports;
  const p = plan(entry, aligned(exports.__heap_base.value, ALIGN));
  const missing = p.end - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  return (values = {}) => {
    const words = new Uint32Array(memory.buffer), top = stack.value;
    for (const f of [...p.args.fields, ...p.results.fields]) if (f.data !== f.place) words[f.place / 4] = f.data;
    const absent = p.args.fields.find((f) => values[f.name] === undefined);
    if (absent) throw new TypeError(`${absent.name} is missing`);
    const batched = p.args.fields.find((f) => f.row), most = entry.rows?.at(-1);
    const rows = batched ? Math.ceil(values[batched.name].length / batched.row) : 0;
    if (most && (rows < 1 || rows > most)) throw new RangeError(`${batched.name} has ${rows} rows, not 1 to ${most}`);
    if (most) words.set([rows, 0], p.start / 4);
    for (const f of p.args.fields) set(memory, f, values[f.name], rows);
    words.set([0, 0, 0, printer, p.message, MESSAGE], p.call / 4); // a cjax_call
    words[p.message / 4] = 0;
    let status;
    try {
      status = exports[entry.symbol](p.start, p.results.fields[0]?.place ?? p.start, p.workspace, entry.workspace, p.call);
    } catch (e) {
      stack.value = top; // a trap left it where it was
      throw new Error(messageAt(memory, p.message) || e.message);
    }
    if (status) throw new Error(messageAt(memory, p.message) || `status ${status}`);
    return Object.fromEntries(p.results.fields.map((f) => [f.name, get(memory, f, rows)]));
  };
}

// The functions of a module, of its bytes and its manifest.
export async function instantiate(bytes, manifest, { print = consolePrinter() } = {}) {
  const { instance } = await WebAssembly.instantiate(bytes, {});
  const abi = instance.exports[manifest.prefix + "library_abi"]();
  if (BigInt.asUintN(64, abi) !== BigInt("0x" + manifest.abi)) throw new Error("the manifest is not that of the module");
  const printer = await printerAt(instance.exports, print);
  return Object.fromEntries(manifest.entries.map((e) => [e.name, functionOf(instance.exports, e, printer)]));
}

export async function load(url, options) {
  const [bytes, manifest] = await Promise.all([
    fetch(url).then((r) => r.arrayBuffer()),
    fetch(url.replace(/\.wasm$/, ".json")).then((r) => r.json()),
  ]);
  return instantiate(bytes, manifest, options);
}
